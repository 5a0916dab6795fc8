package dev.trawl.cli;

import dev.trawl.report.Report;
import dev.trawl.spark.Sessions;
import dev.trawl.sql.Tables;
import dev.trawl.store.ResultStore;
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
        if (!Tables.areCurrent(store) && store.owner().isEmpty()) { // a running sweep makes its tables itself
            Tables.make(spark, results.directory());
        }
        String page = Report.write(spark, results.directory());
        spec.commandLine().getOut().println("A page to look at: " + page);
        return ExitCode.DONE;
    }
}
