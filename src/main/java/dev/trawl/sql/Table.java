package dev.trawl.sql;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table in memory, for printing.
 *
 * @param rows all of them, or the first where {@code count} says that there are more
 */
public record Table(String name, StructType schema, List<Row> rows, long count) {

    public Table {
        rows = List.copyOf(rows);
    }

    /** A table that is all here. */
    public Table(String name, StructType schema, List<Row> rows) {
        this(name, schema, rows, rows.size());
    }

    /** The first {@code most} rows of {@code answer}, which is counted only where it has more. */
    public static Table head(String name, Dataset<Row> answer, int most) {
        var rows = answer.takeAsList(most + 1);
        boolean more = rows.size() > most;
        return new Table(
                name, answer.schema(), more ? rows.subList(0, most) : rows, more ? answer.count() : rows.size());
    }

    /** The first {@code most} rows as a table of their own. */
    public Table first(int most) {
        return new Table(name, schema, rows.subList(0, most));
    }

    /** The same rows with the columns at these places only. */
    public Table only(List<Integer> columns) {
        StructField[] fields =
                columns.stream().map(column -> schema.fields()[column]).toArray(StructField[]::new);
        List<Row> narrow = rows.stream()
                .map(row -> RowFactory.create(columns.stream().map(row::get).toArray()))
                .toList();
        return new Table(name, new StructType(fields), narrow, count);
    }

    @Override
    public String toString() {
        return TextTable.of(this);
    }
}
