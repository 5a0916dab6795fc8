package dev.trawl.cli;

import dev.trawl.spark.Sessions;
import dev.trawl.store.ResultStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the tables of what is there, also of a sweep that is not done. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = "Make the tables anew from the rows that are there, and print how each begins.")
final class TablesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResultsArgument results = new ResultsArgument();

    @Override
    public Integer call() {
        ResultStore store = results.store();
        store.scan().requireSound(results.directory());
        Products.makeTables(
                Sessions.start("trawl tables"),
                results.directory(),
                spec.commandLine().getOut(),
                ProgressLine.on(spec.commandLine().getErr()));
        return ExitCode.DONE;
    }
}
