package dev.trawl.cli;

import dev.trawl.spark.ResultStore;
import dev.trawl.spark.Sessions;
import dev.trawl.spark.SqlQuery;
import dev.trawl.spark.Table;
import dev.trawl.spark.TableFormat;
import dev.trawl.spark.Views;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one question in SQL. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Ask one question of the rows (view trials), the tables (views of their names) and curves.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trawl sql results/quickstart \"SELECT p, hidden, max(test_auc) FROM trials GROUP BY p, hidden ORDER BY p\"",
            "  trawl sql results/quickstart \"SELECT * FROM phase_transition\" --format csv > transition.csv",
            "  trawl sql results/quickstart \"SELECT * FROM columns\"      what each column means"
        })
final class SqlCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResultsArgument results = new ResultsArgument();

    @Parameters(index = "1", paramLabel = "QUERY", description = "SELECT ... or WITH ...")
    private String query = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (rounded, for reading), csv or json.")
    private TableFormat format = TableFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        ResultStore store = results.store();
        SparkSession spark = Sessions.start("trawl sql");
        Views.register(spark, results.directory());
        format.write(answer(spark, store), spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    private Table answer(SparkSession spark, ResultStore store) {
        try {
            return SqlQuery.ask(spark, query);
        } catch (SqlQuery.Refused e) {
            store.scan().requireSound(results.directory()); // a damaged file is the better reason
            throw e;
        }
    }
}
