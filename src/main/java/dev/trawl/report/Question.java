package dev.trawl.report;

import dev.trawl.sql.Table;
import dev.trawl.sql.TableFormat;
import dev.trawl.sql.TextResource;
import java.util.ArrayList;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Asks the queries of resources/report. */
final class Question {

    private Question() {}

    static String sql(String name) {
        return TextResource.read("/report/" + name + ".sql");
    }

    /** The first {@code most} rows of the answer. */
    static Table ask(SparkSession spark, String name, int most) {
        return first(spark.sql(sql(name)), name, most);
    }

    /** The first {@code most} rows of {@code answer}, which is counted only where it has more. */
    static Table first(Dataset<Row> answer, String name, int most) {
        var rows = new ArrayList<>(answer.takeAsList(most + 1));
        boolean more = rows.size() > most;
        long count = more ? answer.count() : rows.size();
        return new Table(name, answer.schema(), more ? rows.subList(0, most) : rows, count);
    }

    /** The value of a column, as text; empty for null. */
    static String text(Row row, String column) {
        return TableFormat.plain(row.get(row.fieldIndex(column)));
    }
}
