package dev.trawl.spark;

import java.util.List;
import org.apache.spark.sql.Row;
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
}
