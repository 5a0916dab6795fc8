package dev.trawl.job;

import dev.trawl.data.DataException;
import dev.trawl.kernel.Kernels;
import dev.trawl.spark.Sessions;
import dev.trawl.sql.Choices;
import dev.trawl.sql.SqlQuery;
import dev.trawl.store.Admission;
import dev.trawl.store.ChangedSweep;
import dev.trawl.store.DamagedResults;
import dev.trawl.store.LockedResults;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoreScan;
import dev.trawl.store.StoredPlan;
import dev.trawl.store.SweepLock;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.Build;
import dev.trawl.trial.KernelMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Runs a sweep, or goes on with it, step by step where it has steps. */
public final class SweepRunner {

    private SweepRunner() {}

    /** Runs the trials of one step that have no rows yet. */
    public interface StepJob {

        /**
         * @param choice what the step takes, each row from setting to value; empty for the first
         */
        SweepOutcome run(StartingPoint start, List<Map<String, Object>> choice);
    }

    /**
     * How far a sweep came.
     *
     * @param sweep with the steps that are settled
     * @param ran trials that ended in this run, of all steps
     * @param last how the last of the steps ended; one that had nothing left to run ended {@link SweepOutcome.End#DONE}
     */
    public record Settled(Sweep sweep, long ran, SweepOutcome last) {}

    /**
     * Runs a sweep in one call and without a console. Returns when all trials are committed, when the first all failed
     * alike, or when the thread was interrupted: the outcome says which.
     *
     * @throws SweepFileException where what a step chooses is no value of a setting
     * @throws DataException where files of data are missing, damaged or others than when the sweep was planned
     * @throws UnreadableData where they are so by then on every machine that was to run a trial
     * @throws ChangedSweep where the directory has the results of another version of the sweep
     * @throws LockedResults where another driver is at it
     * @throws DamagedResults where files there are not as Trawl wrote them
     * @throws SqlQuery.Refused where a step's query has no answer
     */
    public static Settled run(SparkSession spark, Sweep sweep, String dir) throws SweepFileException {
        sweep.requireData();
        ResultStore store = ResultStore.at(dir, spark.sparkContext().hadoopConfiguration());
        try (SweepLock lock = store.lock()) {
            lock.closeWhenTheJvmEnds();
            return settle(sweep, store, lock, () -> Sessions.beside(spark), (start, choice) -> {
                SweepOptions options = SweepOptions.of(Build.version(), new KernelMethod(Kernels.AUTO));
                return new SweepJob(spark.sparkContext(), start, store, lock, options, progress -> {}).run();
            });
        }
    }

    /**
     * Takes a sweep from step to step: {@code job} runs what is left of one, then its rows are asked what the next one
     * is. Ends early where a job does not end {@link SweepOutcome.End#DONE}.
     *
     * @param session that the queries of steps are asked in; not started where there are none
     */
    public static Settled settle(
            Sweep first, ResultStore store, SweepLock lock, Supplier<SparkSession> session, StepJob job)
            throws SweepFileException {
        Optional<StoredPlan> before = Admission.before(store);
        try {
            return stepByStep(first, store, lock, session, job);
        } catch (SweepFileException | SqlQuery.Refused | ChangedSweep e) {
            // The results are again those of the sweep that they were of: it can be gone on with.
            before.filter(plan -> !before.equals(Admission.before(store))).ifPresent(plan -> {
                lock.check();
                store.writePlan(plan);
            });
            throw e;
        }
    }

    private static Settled stepByStep(
            Sweep first, ResultStore store, SweepLock lock, Supplier<SparkSession> session, StepJob job)
            throws SweepFileException {
        Sweep sweep = first;
        List<Map<String, Object>> choice = List.of();
        long ran = 0;
        while (true) {
            StoreScan scan = store.open(lock);
            if (sweep == first) {
                Admission.check(sweep, store);
                if (sweep.next().isPresent()) {
                    Choices.check(session.get(), sweep); // a night's search is no time to learn of a misspelt column
                }
                lock.check(); // Spark takes a while to start, and a laptop may sleep
                Admission.admit(sweep, store);
            } else {
                admitChoice(sweep, store);
            }
            Plan plan = Plan.of(sweep);
            StartingPoint start = StartingPoint.of(plan, scan);
            long done = start.trialsDone();
            SweepOutcome outcome = done < plan.size()
                    ? job.run(start, choice)
                    : new SweepOutcome(SweepOutcome.End.DONE, 0, done, plan.size(), scan.failures(), "");
            ran += outcome.ran();
            if (sweep.next().isEmpty() || outcome.end() != SweepOutcome.End.DONE) {
                return new Settled(sweep, ran, outcome);
            }
            choice = Choices.of(session.get(), store.address(), sweep);
            sweep = sweep.choose(choice);
        }
    }

    private static void admitChoice(Sweep sweep, ResultStore store) {
        try {
            Admission.admit(sweep, store);
        } catch (ChangedSweep e) {
            throw e.chosenBy(sweep.step());
        }
    }
}
