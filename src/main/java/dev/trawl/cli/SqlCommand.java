package dev.trawl.cli;

import dev.trawl.spark.Sessions;
import dev.trawl.sql.SqlQuery;
import dev.trawl.sql.SqlStatement;
import dev.trawl.sql.TableFormat;
import dev.trawl.sql.Tables;
import dev.trawl.store.ResultStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers questions in SQL: the one that is given, or those typed at a prompt. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Ask the rows, the tables and the curves in SQL; without a question, a prompt.",
            "The rows are the view trials; each table is a view of its name. The prompt reads standard input, and its statements"
                    + " end with \";\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trawl sql results/quickstart \"SELECT p, hidden, max(test_auc) FROM trials GROUP BY p, hidden ORDER BY p\"",
            "  trawl sql results/quickstart \"SELECT * FROM phase_transition\" --format csv > transition.csv",
            "  trawl sql results/quickstart \"SHOW TABLES\"       what there is to ask",
            "  trawl sql results/quickstart \"DESCRIBE trials\"   what each column means",
            "  trawl sql results/quickstart < questions.sql"
        })
final class SqlCommand implements Callable<Integer> {

    /** Shown of an answer at a terminal. */
    private static final int ROWS_AT_THE_PROMPT = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResultsArgument results = new ResultsArgument();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "QUESTION",
            description = "SELECT ..., WITH ..., SHOW TABLES, DESCRIBE TABLE")
    private @Nullable String question;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table (aligned, rounded, for reading), csv, or json: an array a question, with an object a"
                    + " row, null for NaN too.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    public Integer call() throws IOException {
        ResultStore store = results.store();
        LiveViews views = new LiveViews(Sessions.start("trawl sql"), store);
        if (!Tables.areCurrent(store)) {
            spec.commandLine()
                    .getErr()
                    .println("The tables are missing, or older than the rows or than this Trawl: trawl tables "
                            + results.directory() + " makes them anew.");
        }
        if (question == null) {
            return prompt(views, store);
        }
        answer(views, store, question, Integer.MAX_VALUE);
        return ExitCode.DONE;
    }

    private int prompt(LiveViews views, ResultStore store) throws IOException {
        try (LineSource lines = EditedLines.open().orElseGet(() -> new PlainLines(System.in))) {
            int most = lines.isInteractive() ? ROWS_AT_THE_PROMPT : Integer.MAX_VALUE;
            return new SqlPrompt(lines, spec.commandLine().getOut(), (number, text) -> {
                        try {
                            answer(views, store, text, most);
                            return true;
                        } catch (SqlQuery.Refused e) {
                            String where = lines.isInteractive() ? "" : "statement " + number + ": ";
                            spec.commandLine().getErr().println(where + e.getMessage());
                            return false;
                        }
                    })
                    .run();
        }
    }

    private void answer(LiveViews views, ResultStore store, String text, int most) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (format == TableFormat.TABLE || most < Integer.MAX_VALUE) {
                format.write(SqlStatement.answer(views.session(), text, most), out);
            } else {
                format.write(SqlStatement.stream(views.session(), text), out);
            }
        } catch (SqlQuery.Refused e) {
            store.scan().requireSound(results.directory()); // a damaged file is the better reason
            throw e;
        } finally {
            out.flush();
        }
    }
}
