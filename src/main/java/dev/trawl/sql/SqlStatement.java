package dev.trawl.sql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;

/** What can be asked of the registered views: a query, {@code SHOW TABLES}, or {@code DESCRIBE} with a table's name. */
public final class SqlStatement {

    private static final Pattern SHOW_TABLES = Pattern.compile("(?i)\\s*SHOW\\s+(TABLES|VIEWS)\\s*;?\\s*");
    private static final Pattern DESCRIBE =
            Pattern.compile("(?i)\\s*DESC(?:RIBE)?\\s+(?:TABLE\\s+)?[`\"]?(\\w+)[`\"]?\\s*;?\\s*");

    private SqlStatement() {}

    /** Whether {@code line} is one of the statements that are no query. They are one line long. */
    public static boolean isCommand(String line) {
        return SHOW_TABLES.matcher(line).matches() || DESCRIBE.matcher(line).matches();
    }

    /** The answer, whole. Throws {@link SqlQuery.Refused} as {@link SqlQuery#ask(SparkSession, String)} does. */
    public static Table answer(SparkSession spark, String statement) {
        return answer(spark, statement, Integer.MAX_VALUE);
    }

    /** The first {@code most} rows of the answer, and how many there are. */
    public static Table answer(SparkSession spark, String statement, int most) {
        return isCommand(statement) ? command(spark, statement) : SqlQuery.ask(spark, statement, most);
    }

    /** The first {@code most} rows of a query's answer; the others are not even counted. */
    public static Table head(SparkSession spark, String statement, int most) {
        return isCommand(statement) ? command(spark, statement) : SqlQuery.head(spark, statement, most);
    }

    /** The answer, whole, a row at a time; what is not short is not held. Refuses as {@link #answer} does. */
    public static RowStream stream(SparkSession spark, String statement) {
        if (isCommand(statement)) {
            Table answer = command(spark, statement);
            return new RowStream(answer.schema(), answer.rows().iterator());
        }
        return SqlQuery.stream(spark, statement);
    }

    private static Table command(SparkSession spark, String statement) {
        Matcher describe = DESCRIBE.matcher(statement);
        return describe.matches() ? describe(spark, describe.group(1)) : TableGuide.table(spark.catalog()::tableExists);
    }

    private static Table describe(SparkSession spark, String name) {
        String table = name.toLowerCase(Locale.ROOT);
        if (!TableColumns.TABLES.contains(table) || !spark.catalog().tableExists(table)) {
            throw new SqlQuery.Refused("there is no table " + name + "; SHOW TABLES lists them");
        }
        return ColumnDocument.of(table);
    }
}
