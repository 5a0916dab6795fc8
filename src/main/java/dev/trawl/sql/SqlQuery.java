package dev.trawl.sql;

import dev.trawl.spark.LostCluster;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import scala.runtime.BoxedUnit;

/** Asks one question in SQL of the registered views. */
public final class SqlQuery {

    static final String QUERIES_ONLY = "only a query (SELECT or WITH) can be asked";

    /** What its class is called, which is not the same in every version of Spark; 3.5 has none. */
    private static final String EXECUTE_IMMEDIATE = "ExecuteImmediate";

    /** Functions that call any method of Java, {@code System.exit} too. */
    private static final Set<String> RUN_JAVA = Set.of("reflect", "java_method", "try_reflect");

    private SqlQuery() {}

    /**
     * The answer to {@code query}, whole.
     *
     * @throws Refused when it is no single query, or Spark cannot answer it
     */
    public static Table ask(SparkSession spark, String query) {
        return ask(spark, query, Integer.MAX_VALUE);
    }

    /** The columns that the answer will have: it is planned and not worked out. */
    static List<String> columns(SparkSession spark, String query) {
        return orRefused(
                spark, query, () -> List.of(dataset(spark, query).schema().fieldNames()));
    }

    /** The first {@code most} rows of the answer, and how many there are. */
    static Table ask(SparkSession spark, String query, int most) {
        return orRefused(spark, query, () -> {
            var answer = dataset(spark, query);
            return most == Integer.MAX_VALUE
                    ? new Table("answer", answer.schema(), answer.collectAsList())
                    : Table.head("answer", answer, most);
        });
    }

    /** The first {@code most} rows of the answer, of which Spark works out no more than it needs for them. */
    static Table head(SparkSession spark, String query, int most) {
        return orRefused(spark, query, () -> {
            var answer = dataset(spark, query);
            return new Table("answer", answer.schema(), answer.takeAsList(most));
        });
    }

    /** The answer, whole, a partition of it in memory at a time. Its rows may be refused too, but for the first. */
    static RowStream stream(SparkSession spark, String query) {
        return orRefused(spark, query, () -> {
            var answer = dataset(spark, query);
            var rows = answer.toLocalIterator();
            if (!rows.hasNext()) { // Spark starts here: what it cannot answer is refused before a row is written
                return new RowStream(answer.schema(), Collections.emptyIterator());
            }
            return new RowStream(answer.schema(), new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return orRefused(spark, query, rows::hasNext);
                }

                @Override
                public Row next() {
                    return orRefused(spark, query, rows::next);
                }
            });
        });
    }

    /** A question that was not answered, and why, in one line. */
    public static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }

        Refused(String message, Throwable cause) {
            super(message, cause);
        }

        /** Whether the question is at fault, which could not even be planned, and no file of the results. */
        public boolean isOfTheQuestion() {
            return getCause() == null || getCause() instanceof AnalysisException;
        }
    }

    private static Dataset<Row> dataset(SparkSession spark, String query) {
        QueryParts.of(query).forEach(SqlQuery::requireQuery);
        return spark.sql(query);
    }

    private static <T> T orRefused(SparkSession spark, String query, Callable<T> question) {
        try {
            return question.call();
        } catch (Refused e) {
            throw e;
        } catch (Exception e) {
            if (LostCluster.isBehind(e)) {
                throw new IllegalStateException(e.getMessage(), e); // no fault of the question's
            }
            SparkMessage message = SparkMessage.of(e);
            String hint = message.unresolvedColumn()
                    .flatMap(column -> SettingHint.of(spark, query, column))
                    .map(text -> " " + text)
                    .orElse("");
            throw new Refused(message.oneLine(query) + hint, e);
        }
    }

    /**
     * A transform would run a program of the reader's choice, in a WITH or a subquery too, EXECUTE IMMEDIATE any
     * statement, and reflect any method of Java.
     */
    private static void requireQuery(LogicalPlan part) {
        if (part instanceof Command
                || part instanceof ParsedStatement
                || part instanceof ScriptTransformation
                || part.nodeName().contains(EXECUTE_IMMEDIATE)) {
            throw new Refused(QUERIES_ONLY);
        }
        part.expressions().foreach(expression -> {
            requireNoJava(expression);
            return BoxedUnit.UNIT;
        });
    }

    private static void requireNoJava(Expression expression) {
        if (expression instanceof UnresolvedFunction function
                && RUN_JAVA.contains(function.nameParts().last().toLowerCase(Locale.ROOT))) {
            throw new Refused(function.nameParts().last() + " would run Java: " + QUERIES_ONLY);
        }
        expression.children().foreach(child -> {
            requireNoJava(child);
            return BoxedUnit.UNIT;
        });
    }
}
