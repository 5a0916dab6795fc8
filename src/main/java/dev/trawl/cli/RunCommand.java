package dev.trawl.cli;

import dev.trawl.spark.ResultStore;
import dev.trawl.spark.Sessions;
import dev.trawl.spark.StoreScan;
import dev.trawl.spark.StoredPlan;
import dev.trawl.spark.SweepJob;
import dev.trawl.spark.SweepLock;
import dev.trawl.spark.SweepOptions;
import dev.trawl.spark.SweepOutcome;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepDifference;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.TrialMethod;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the trials of a sweep that have no rows yet, then makes the tables. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        modelTransformer = SettingsHelp.class,
        description = {
            "Run a sweep, or go on with it where it stopped; then make its tables.",
            "A sweep file that has grown runs what is new. One that has changed is refused: give it another --out."
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SweepArguments arguments = new SweepArguments();

    @Mixin
    private KernelOption kernel = new KernelOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go; results/NAME by default. Any file system of Hadoop's: hdfs://...")
    private @Nullable String out;

    @Option(names = "--retry-failed", description = "Run trials that failed or were killed once more.")
    private boolean retryFailed;

    @Option(names = "--quarantine", description = "Move damaged files to DIR/quarantine and run their trials again.")
    private boolean quarantine;

    @Override
    public Integer call() throws SweepFileException {
        Sweep sweep = arguments.read();
        TrialMethod method = kernel.method();
        ResultStore store = ResultStore.at(directory(sweep), Sessions.hadoop());
        try (SweepLock lock = store.lock()) {
            return run(Plan.of(sweep), method, store, lock);
        }
    }

    private int run(Plan plan, TrialMethod method, ResultStore store, SweepLock lock) {
        Sweep sweep = plan.sweep();
        PrintWriter console = spec.commandLine().getOut();
        StoreScan scan = open(store, lock, sweep);
        long done = scan.done(plan).cardinality();
        String results = directory(sweep);
        if (done == plan.size()) {
            console.println(
                    sweep.name() + ": nothing left to do, all " + Quantity.count(done) + " trials are in " + results);
            if (!Products.areCurrent(results)) {
                Products.make(Sessions.start("trawl " + sweep.name()), results, console);
            }
            return ended(scan.failed(), results);
        }
        console.println(sweep.name() + ": " + Quantity.count(plan.size() - done) + " of " + Quantity.count(plan.size())
                + " trials to run, into " + results);
        console.flush();
        SparkSession spark = Sessions.start("trawl " + sweep.name());
        SweepOutcome outcome = run(spark, plan, method, store, lock, scan);
        return switch (outcome.end()) {
            case DONE -> {
                Products.make(spark, results, console);
                yield ended(outcome.failed(), results);
            }
            case FAILED_ALIKE -> {
                spec.commandLine()
                        .getErr()
                        .println("The first trials all failed alike, so the sweep was stopped: " + outcome.message());
                yield ExitCode.FAULT;
            }
            case STOPPED -> ExitCode.FAULT; // not seen: the JVM is ending
        };
    }

    private SweepOutcome run(
            SparkSession spark, Plan plan, TrialMethod method, ResultStore store, SweepLock lock, StoreScan scan) {
        Sweep sweep = plan.sweep();
        PrintWriter err = spec.commandLine().getErr();
        ProgressLine progress = ProgressLine.on(err);
        SweepOptions options = SweepOptions.of(sweep.name(), sweep.hash(), Version.number(), method);
        SweepJob job = new SweepJob(spark.sparkContext(), plan, store, lock, scan, options, progress);
        job.stopWhenTheJvmEnds();
        Interruption interruption = Interruption.watch(progress, err, directory(sweep));
        try {
            SweepOutcome outcome = job.run();
            if (outcome.end() != SweepOutcome.End.STOPPED) {
                interruption.over();
                progress.end(job.progress());
            }
            return outcome;
        } catch (RuntimeException e) {
            interruption.over();
            progress.close();
            throw e;
        }
    }

    /** Makes the results ready for this sweep, or refuses. */
    private StoreScan open(ResultStore store, SweepLock lock, Sweep sweep) {
        StoredPlan plan = StoredPlan.of(Version.number(), sweep.hash(), sweep.resolved());
        if (quarantine) {
            store.quarantine(store.scan().damages(), lock)
                    .forEach(file ->
                            spec.commandLine().getErr().println("moved aside: " + directory(sweep) + "/" + file));
            if (store.plan().isEmpty()) {
                store.writePlan(plan);
            }
        }
        StoreScan scan = store.open(lock);
        Optional<StoredPlan> stored = store.plan();
        stored.ifPresent(before -> refuseChanges(before, sweep));
        if (stored.isEmpty() || !stored.get().hash().equals(plan.hash())) {
            store.writePlan(plan);
        }
        if (retryFailed && scan.failed() > 0) {
            store.forgetFailed(lock);
            return store.open(lock);
        }
        return scan;
    }

    private void refuseChanges(StoredPlan stored, Sweep sweep) {
        String directory = directory(sweep);
        if (stored.hash().equals(sweep.hash())) {
            return;
        }
        List<String> differences = SweepDifference.between(ResultsArgument.sweep(stored, directory), sweep);
        if (!differences.isEmpty()) {
            throw Fault.usage(directory + " holds the results of another version of this sweep:\n  "
                    + String.join("\n  ", differences)
                    + "\nA sweep may grow, but not change: choose another --out DIR, or undo the changes.");
        }
    }

    private int ended(long failed, String results) {
        if (failed == 0) {
            return ExitCode.DONE;
        }
        spec.commandLine()
                .getErr()
                .println(Quantity.count(failed) + (failed == 1 ? " trial" : " trials")
                        + " failed or diverged: trawl sql " + results + " \"SELECT * FROM failures\"");
        return ExitCode.SOME_FAILED;
    }

    private String directory(Sweep sweep) {
        return out == null ? "results/" + sweep.name() : out;
    }
}
