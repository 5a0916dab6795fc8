package dev.trawl.sql;

import dev.trawl.store.Causes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** What Spark says of a query that it does not answer, in one line that is of use here. */
final class SparkMessage {

    /** SET is refused, and answers are to be the same for everyone. */
    private static final String ADVICE_TO_SET = "(?<=[.?!]) [^.]*\"spark\\.[^\"]*\"[^.]*\\.?";

    /** What Spark 3.5 adds: {@link #place} says it where it helps. */
    private static final String PLACE_AT_THE_END = "( ?; line \\d+ pos \\d+;?|\\(line \\d+, pos \\d+\\))\\s*$";

    private static final Pattern NO_TABLE = Pattern.compile("^The table or view `(\\w+)` cannot be found\\.");

    private static final Pattern LAST_PART = Pattern.compile("([^`.]+)`?$");

    private final Throwable cause;
    private final String text;

    private SparkMessage(Throwable cause) {
        this.cause = cause;
        this.text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /**
     * The message that {@code fault} has for the user: the deepest, unless one on the way there is of the query itself.
     */
    static SparkMessage of(Exception fault) {
        return new SparkMessage(Causes.of(fault)
                .filter(AnalysisException.class::isInstance)
                .findFirst()
                .orElseGet(() -> Causes.deepest(fault)));
    }

    /** The name that stands for no column, without the table before it. */
    Optional<String> unresolvedColumn() {
        if (!text.startsWith("[UNRESOLVED_COLUMN.") || !(cause instanceof SparkThrowable fault)) {
            return Optional.empty();
        }
        Matcher name = LAST_PART.matcher(fault.getMessageParameters().getOrDefault("objectName", ""));
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** Where {@code query} has several lines, the line and the column come first. */
    String oneLine(String query) {
        String line = oneLine();
        Matcher missing = NO_TABLE.matcher(line);
        if (missing.find() && Tables.NAMES.contains(missing.group(1))) {
            line = missing.group() + " It is made of all rows by `trawl tables`; the steps of a study cannot ask it.";
        }
        return (query.strip().lines().count() > 1 ? place() : "") + line;
    }

    private String place() {
        if (!(cause instanceof AnalysisException fault)
                || fault.line().isEmpty()
                || fault.startPosition().isEmpty()) {
            return "";
        }
        int column = 1 + (Integer) fault.startPosition().get();
        return "line " + fault.line().get() + ", column " + column + ": ";
    }

    /** Spark's messages begin with an error class and go on with a state, the query, its plan and a stack trace. */
    private String oneLine() {
        return text.strip()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^\\[[A-Z0-9_.]+\\] ", "")
                .replaceFirst(" *SQLSTATE: .*", "")
                .replaceFirst(PLACE_AT_THE_END, "")
                .replaceFirst("Invalid SQL syntax: Unsupported SQL statement: .*", SqlQuery.QUERIES_ONLY)
                .replaceFirst(" on search path .*", "")
                .replaceFirst(
                        "Verify the spelling and correctness of the schema and catalog.*", "SHOW TABLES lists them.")
                .replaceAll(ADVICE_TO_SET, "")
                .strip();
    }
}
