package dev.trawl.cli;

import dev.trawl.spark.Sessions;
import dev.trawl.sql.ViewScript;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what opens the results in another program. */
@Command(
        name = "views",
        mixinStandardHelpOptions = true,
        description = "Print the SQL that makes the views of `trawl sql` in spark-sql or in DuckDB.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trawl views results/quickstart > views.sql && spark-sql -i views.sql",
            "  trawl views results/quickstart --for duckdb > views.sql && duckdb -init views.sql"
        })
final class ViewsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResultsArgument results = new ResultsArgument();

    @Option(names = "--for", paramLabel = "PROGRAM", defaultValue = "spark", description = "spark or duckdb.")
    private ViewScript.Dialect dialect = ViewScript.Dialect.SPARK;

    @Override
    public Integer call() {
        results.store();
        spec.commandLine().getOut().print(ViewScript.of(results.directory(), Sessions.hadoop(), dialect));
        return ExitCode.DONE;
    }
}
