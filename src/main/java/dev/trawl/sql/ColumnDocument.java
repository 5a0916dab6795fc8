package dev.trawl.sql;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** {@link TableColumns} as a table, to be printed and asked. */
public final class ColumnDocument {

    private static final StructType SCHEMA = new StructType()
            .add("table", DataTypes.StringType)
            .add("name", DataTypes.StringType)
            .add("type", DataTypes.StringType)
            .add("unit", DataTypes.StringType)
            .add("meaning", DataTypes.StringType);

    private ColumnDocument() {}

    public static Table whole() {
        List<Row> rows = TableColumns.ALL.stream()
                .map(column -> RowFactory.create(
                        column.table(), column.name(), column.type(), column.unit(), column.meaning()))
                .toList();
        return new Table("columns", SCHEMA, rows);
    }

    /** The columns of one of {@link TableColumns#TABLES}. */
    public static Table of(String table) {
        List<Row> rows = whole().rows().stream()
                .filter(row -> row.getString(0).equals(table))
                .toList();
        return new Table(table, SCHEMA, rows).only(List.of(1, 2, 3, 4));
    }
}
