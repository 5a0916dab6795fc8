package dev.trawl.cli;

import dev.trawl.spark.Sessions;
import dev.trawl.sql.MadeTables;
import dev.trawl.sql.Tables;
import dev.trawl.store.ResultStore;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the page of what is there, also of a sweep that is not done. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Make the page anew, of the rows that are there, and the tables where they are older than those:"
                + " DIR/report/index.html, which needs nothing beside it.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResultsArgument results = new ResultsArgument();

    @Override
    public Integer call() {
        ResultStore store = results.store();
        store.scan().requireSound(results.directory());
        SparkSession spark = Sessions.start("trawl report");
        ProgressLine progress = ProgressLine.on(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (!Tables.areCurrent(store) && store.owner().isEmpty()) { // a running sweep makes its tables itself
            MadeTables made = Products.makeTables(spark, results.directory(), progress);
            Products.makePage(made, results.directory(), out, progress);
        } else {
            Products.makePage(spark, results.directory(), out, progress);
        }
        return ExitCode.DONE;
    }
}
