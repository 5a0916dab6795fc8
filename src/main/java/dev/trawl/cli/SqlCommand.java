package dev.trawl.cli;

import dev.trawl.job.Quantity;
import dev.trawl.spark.Sessions;
import dev.trawl.sql.SqlQuery;
import dev.trawl.sql.SqlStatement;
import dev.trawl.sql.Table;
import dev.trawl.sql.TableFormat;
import dev.trawl.sql.Tables;
import dev.trawl.sql.TextTable;
import dev.trawl.store.DamagedResults;
import dev.trawl.store.ResultStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
            "The rows are the view trials; each table is a view of its name. Several questions, here or by "
                    + "standard input, end"
                    + " with \";\" each; at the prompt an empty line ends one too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trawl sql results/quickstart \"SELECT p, hidden, max(test_auc) FROM trials GROUP BY p, hidden "
                    + "ORDER BY p\"",
            "  trawl sql results/quickstart \"SELECT * FROM phase_transition\" --format csv > transition.csv",
            "  trawl sql results/quickstart \"SHOW TABLES\"       what there is to ask",
            "  trawl sql results/quickstart \"DESCRIBE trials\"   what each column means",
            "  trawl sql results/quickstart < questions.sql"
        })
final class SqlCommand implements Callable<Integer> {

    /** Shown of an answer at the prompt. */
    private static final int ROWS_AT_THE_PROMPT = 100;

    /** Of any other in aligned columns, whose widths are those of all rows: it is held. */
    private static final int ROWS_ALIGNED = 10_000;

    /** A question that begins with a comment. No option and no value of one has white space before "=". */
    private static final Pattern COMMENTED = Pattern.compile("(?s)--([^=]*\\s.*|.*\n.*)");

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
                    + " row, null for NaN and infinity too.")
    private TableFormat format = TableFormat.TABLE;

    /** The command line as picocli can read it: it would take a comment for an option. */
    static String[] readable(String... arguments) {
        return arguments.length == 0 || !arguments[0].equals("sql")
                ? arguments
                : Arrays.stream(arguments)
                        .map(word -> COMMENTED.matcher(word).matches() ? " " + word : word)
                        .toArray(String[]::new);
    }

    @Override
    public Integer call() throws IOException {
        if (question != null && Statements.in(question).isEmpty()) {
            throw Fault.usage("the question is empty: SELECT ..., SHOW TABLES, DESCRIBE TABLE");
        }
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
        List<String> questions = Statements.in(question);
        if (questions.size() > 1) {
            return answerAll(views, store, questions);
        }
        answer(views, store, question, false);
        return ExitCode.DONE;
    }

    private int prompt(LiveViews views, ResultStore store) throws IOException {
        try (LineSource lines = EditedLines.open().orElseGet(() -> new PlainLines(System.in))) {
            boolean typed = lines.isInteractive();
            return new SqlPrompt(
                            lines,
                            spec.commandLine().getOut(),
                            (number, text) ->
                                    isAnswered(views, store, text, typed, typed ? "" : "statement " + number + ": "))
                    .run();
        }
    }

    /** As from a file: what is refused is said, and the others are answered. */
    private int answerAll(LiveViews views, ResultStore store, List<String> questions) throws IOException {
        boolean sound = true;
        for (int i = 0; i < questions.size(); i++) {
            sound &= isAnswered(views, store, questions.get(i), false, "statement " + (i + 1) + ": ");
        }
        return sound ? ExitCode.DONE : ExitCode.USAGE;
    }

    private boolean isAnswered(LiveViews views, ResultStore store, String text, boolean typed, String where)
            throws IOException {
        try {
            answer(views, store, text, typed);
            return true;
        } catch (SqlQuery.Refused e) {
            spec.commandLine().getErr().println(where + e.getMessage());
            return false;
        } catch (DamagedResults e) {
            if (!typed) {
                throw e;
            }
            spec.commandLine().getErr().println(e.getMessage()); // other questions may have an answer
            return false;
        }
    }

    private void answer(LiveViews views, ResultStore store, String text, boolean typed) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (format != TableFormat.TABLE) {
                format.write(SqlStatement.stream(views.session(), text), out);
            } else if (typed) {
                format.write(SqlStatement.answer(views.session(), text, ROWS_AT_THE_PROMPT), out);
            } else {
                align(SqlStatement.head(views.session(), text, ROWS_ALIGNED + 1), out);
            }
        } catch (SqlQuery.Refused e) {
            if (!e.isOfTheQuestion()) {
                store.scan().requireSound(results.directory()); // a damaged file is the better reason
            }
            throw e;
        } finally {
            out.flush();
        }
    }

    private static void align(Table answer, PrintWriter out) {
        boolean more = answer.rows().size() > ROWS_ALIGNED;
        out.print(TextTable.of(more ? answer.first(ROWS_ALIGNED) : answer));
        if (more) {
            out.println("... and more than these " + Quantity.count(ROWS_ALIGNED) + " rows; --format csv prints all");
        }
    }
}
