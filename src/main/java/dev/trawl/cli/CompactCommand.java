package dev.trawl.cli;

import dev.trawl.job.Quantity;
import dev.trawl.store.ResultStore;
import dev.trawl.store.SweepLock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Merges the many small files of a long sweep. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = "Merge the files of rows into few. Safe to kill. Readers see every row once, but none for the "
                + "instant of its last step.")
final class CompactCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResultsArgument results = new ResultsArgument();

    @Override
    public Integer call() {
        ResultStore store = results.store();
        try (SweepLock lock = store.lock()) {
            long rows = store.open(lock).rows();
            int files = store.compact(lock);
            spec.commandLine()
                    .getOut()
                    .println(Quantity.count(rows) + " rows in " + Quantity.count(files)
                            + (files == 1 ? " file" : " files"));
        }
        return ExitCode.DONE;
    }
}
