package dev.trawl.report;

import dev.trawl.sql.Table;
import dev.trawl.sql.TableFormat;
import dev.trawl.sql.TextResource;
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
        return Table.head(name, spark.sql(sql(name)), most);
    }

    /** The value of a column, as text; empty for null. */
    static String text(Row row, String column) {
        return TableFormat.plain(row.get(row.fieldIndex(column)));
    }
}
