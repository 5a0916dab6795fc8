package dev.trawl.cli;

import dev.trawl.spark.Sessions;
import dev.trawl.store.ResultStore;
import dev.trawl.store.SweepLock;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.TrialMethod;
import java.util.concurrent.Callable;
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
            description = "Where results go, on any file system of Hadoop's: hdfs://... By default results/NAME.")
    private @Nullable String out;

    @Option(names = "--retry-failed", description = "Run once more the trials that failed or were killed.")
    private boolean retryFailed;

    @Option(names = "--quarantine", description = "Move damaged files to DIR/quarantine and run their trials again.")
    private boolean quarantine;

    @Override
    public Integer call() throws SweepFileException, InterruptedException {
        Sessions.requireMaster();
        Sweep sweep = arguments.read();
        sweep.requireData();
        TrialMethod method = kernel.method(spec.commandLine().getErr());
        String directory = out == null ? "results/" + sweep.name() : out;
        ResultStore store = ResultStore.at(directory, Sessions.hadoop());
        try (SweepLock lock = Sessions.isOfTheCluster() ? store.lockWhenFree() : store.lock()) {
            lock.closeWhenTheJvmEnds();
            RunResults results = new RunResults(directory, store, lock, message -> spec.commandLine()
                    .getErr()
                    .println(message));
            if (quarantine) {
                results.quarantine(sweep);
            }
            if (retryFailed) {
                results.forgetFailed(sweep);
            }
            return new SweepRun(
                            results,
                            method,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .run(sweep);
        }
    }
}
