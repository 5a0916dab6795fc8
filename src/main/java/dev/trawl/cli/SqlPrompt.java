package dev.trawl.cli;

import dev.trawl.sql.SqlStatement;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers one statement after the other. A query ends with a semicolon, where a person types with an empty line too;
 * {@code SHOW TABLES}, {@code DESCRIBE} and the words that end the prompt take a line each.
 */
final class SqlPrompt {

    /**
     * Answers statement {@code number}, from 1 on, on the console; false where it was refused, of which the console was
     * told.
     */
    interface Statement {
        boolean answer(int number, String text) throws IOException;
    }

    private static final Set<String> ENDS = Set.of("\\q", "quit", "exit");
    private static final Set<String> HELP = Set.of("\\?", "\\h", "help");
    private static final List<String> GREETING = List.of(
            "SHOW TABLES, DESCRIBE trials; a query ends with \";\" or an empty line; \\q ends, \\? shows an example.");
    private static final List<String> EXAMPLE =
            List.of("SELECT stage, max(test_auc) best, count(*) runs", "FROM trials GROUP BY stage ORDER BY best;");

    private final LineSource lines;
    private final PrintWriter out;
    private final Statement statement;
    private boolean sound = true;
    private int asked;

    SqlPrompt(LineSource lines, PrintWriter out, Statement statement) {
        this.lines = lines;
        this.out = out;
        this.statement = statement;
    }

    /**
     * Until the input ends. A statement that a person began and did not end is not asked, that of a script is. The exit
     * code: what a person typed and was told of is no failure, in a script it is.
     */
    int run() throws IOException {
        if (lines.isInteractive()) {
            say(GREETING);
        }
        Statements statements = new Statements(lines.isInteractive());
        boolean more = true;
        while (more) {
            try {
                more = take(lines.next(statements.isOpen() ? "    -> " : "trawl> "), statements);
            } catch (LineSource.GivenUp e) {
                more = statements.isOpen() || !e.lineWasEmpty();
                statements.drop();
            }
        }
        if (!lines.isInteractive()) {
            answer(statements.rest());
        }
        return sound || lines.isInteractive() ? ExitCode.DONE : ExitCode.USAGE;
    }

    /** Answers what {@code line} ends, if anything; false if it ends the prompt. */
    private boolean take(@Nullable String line, Statements statements) throws IOException {
        if (line == null || ENDS.contains(bare(line))) {
            return false;
        }
        if (!statements.isOpen() && HELP.contains(bare(line))) {
            say(EXAMPLE);
        } else if (!statements.isOpen() && SqlStatement.isCommand(line)) {
            answer(List.of(line));
        } else {
            answer(statements.add(line));
        }
        return true;
    }

    private void answer(List<String> texts) throws IOException {
        for (String text : texts) {
            asked++;
            sound &= statement.answer(asked, text);
        }
    }

    private void say(List<String> text) {
        text.forEach(out::println);
        out.flush();
    }

    private static String bare(String line) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        return word.endsWith(";") ? word.substring(0, word.length() - 1).strip() : word;
    }
}
