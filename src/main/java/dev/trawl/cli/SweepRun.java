package dev.trawl.cli;

import dev.trawl.job.Quantity;
import dev.trawl.job.StartingPoint;
import dev.trawl.job.SweepJob;
import dev.trawl.job.SweepOptions;
import dev.trawl.job.SweepOutcome;
import dev.trawl.job.SweepRunner;
import dev.trawl.spark.Sessions;
import dev.trawl.sql.Tables;
import dev.trawl.store.ResultStore;
import dev.trawl.sweep.IdleSettings;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.Build;
import dev.trawl.trial.Failures;
import dev.trawl.trial.TrialMethod;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** One run of a sweep, step by step where it has steps, with what the console is told of it. */
final class SweepRun {

    private static final String RETRY =
            "Once the cause is mended, the same command with --retry-failed runs those again that failed, not "
                    + "those that diverged.";

    private static final int CHOICES_SHOWN = 5;

    private final RunResults results;
    private final TrialMethod method;
    private final PrintWriter out;
    private final PrintWriter err;

    SweepRun(RunResults results, TrialMethod method, PrintWriter out, PrintWriter err) {
        this.results = results;
        this.method = method;
        this.out = out;
        this.err = err;
    }

    /** Runs what has no rows yet; the exit code. */
    int run(Sweep first) throws SweepFileException {
        IdleSettings.in(first).forEach(err::println);
        SweepRunner.Settled settled =
                SweepRunner.settle(first, results.store(), results.lock(), () -> session(first), (start, choice) -> {
                    announce(choice);
                    announce(start.plan(), start.trialsDone(), first.later().size());
                    return run(start);
                });
        return settled.last().end() == SweepOutcome.End.DONE
                ? end(settled.sweep(), settled.ran() > 0, settled.last().failures())
                : stopped(settled.last());
    }

    /** @param afterTheFirst steps of the whole study */
    private void announce(Plan plan, long done, int afterTheFirst) {
        Sweep sweep = plan.sweep();
        String step = afterTheFirst == 0
                ? ""
                : ", step " + sweep.step() + " ("
                        + (1 + afterTheFirst - sweep.later().size()) + " of " + (1 + afterTheFirst) + ")";
        out.println(sweep.name() + step + ": " + Quantity.count(plan.size() - done) + " of "
                + Quantity.count(plan.size()) + " trials to run, into " + results.directory());
        out.flush();
    }

    /** What a step takes, said where there is something to run. */
    private void announce(List<Map<String, Object>> choice) {
        choice.stream()
                .limit(CHOICES_SHOWN)
                .forEach(row -> out.println("chosen: "
                        + row.entrySet().stream()
                                .map(setting -> setting.getKey() + "=" + setting.getValue())
                                .collect(Collectors.joining(" "))));
        if (choice.size() > CHOICES_SHOWN) {
            out.println("... and " + Quantity.count(choice.size() - CHOICES_SHOWN) + " more");
        }
    }

    private SweepOutcome run(StartingPoint start) {
        SparkSession spark = session(start.plan().sweep());
        ProgressLine progress = ProgressLine.on(err);
        SweepOptions options = SweepOptions.of(Build.version(), method);
        SweepJob job = new SweepJob(spark.sparkContext(), start, results.store(), results.lock(), options, progress);
        Interruption interruption = Interruption.watch(
                progress,
                err,
                "What had finished is in " + results.directory() + "; the same command goes on from there.");
        try {
            SweepOutcome outcome = job.run();
            if (outcome.end() != SweepOutcome.End.STOPPED) {
                interruption.over();
                progress.end(job.progress());
                out.println(job.progress().summary(cores(spark)));
                out.flush();
            }
            return outcome;
        } catch (RuntimeException | Error e) {
            interruption.over();
            progress.close();
            throw e;
        }
    }

    private static OptionalInt cores(SparkSession spark) {
        return spark.sparkContext().isLocal()
                ? OptionalInt.of(spark.sparkContext().defaultParallelism())
                : OptionalInt.empty();
    }

    private int stopped(SweepOutcome outcome) {
        if (outcome.end() == SweepOutcome.End.FAILED_ALIKE) {
            err.println("The first trials all failed alike, so the sweep was stopped: " + outcome.message());
            err.println(RETRY);
        }
        return ExitCode.FAULT; // where the JVM was told to end, it chooses the code itself
    }

    private int end(Sweep sweep, boolean ran, Failures failures) {
        if (!ran) {
            out.println(sweep.name() + ": nothing left to do, all " + Quantity.count(sweep.trials()) + " trials are in "
                    + results.directory());
        }
        ResultStore store = results.store();
        if (ran || !Tables.areCurrent(store) || !store.hasCurrentReport()) {
            makeProducts(session(sweep));
        }
        if (failures.total() == 0) {
            return ExitCode.DONE;
        }
        err.println("Of the trials " + failures.text() + ": trawl sql " + results.directory()
                + " \"SELECT * FROM failures\"");
        if (failures.failed() > 0) {
            err.println(RETRY);
        }
        return ExitCode.SOME_FAILED;
    }

    private void makeProducts(SparkSession spark) {
        ProgressLine progress = ProgressLine.on(err);
        Interruption interruption = Interruption.watch(
                progress,
                err,
                "All rows are in " + results.directory() + "; the same command goes on with the tables and the page.");
        try {
            Products.make(spark, results.directory(), out, progress);
        } finally {
            interruption.over();
            progress.close();
        }
    }

    private static SparkSession session(Sweep sweep) {
        return Sessions.start("trawl " + sweep.name());
    }
}
