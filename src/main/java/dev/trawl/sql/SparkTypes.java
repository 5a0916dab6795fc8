package dev.trawl.sql;

import dev.trawl.store.RowFormat;
import dev.trawl.trial.Column;
import java.util.Arrays;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Rows as Spark's types: said outright, so that a sweep without a single row has its columns too. */
public final class SparkTypes {

    private SparkTypes() {}

    public static StructType of(RowFormat format) {
        return new StructType(format.fields().stream()
                .map(field -> DataTypes.createStructField(field.name(), type(field.type()), true))
                .toArray(StructField[]::new));
    }

    /** The way back: a schema of plain types as rows for Parquet. */
    static RowFormat format(String folder, StructType schema) {
        return new RowFormat(
                folder,
                Arrays.stream(schema.fields())
                        .map(field -> new RowFormat.Field(field.name(), type(field)))
                        .toList());
    }

    private static Column.Type type(StructField field) {
        return Arrays.stream(Column.Type.values())
                .filter(type -> type(type).equals(field.dataType()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no plain type: " + field));
    }

    static DataType type(Column.Type type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case INT -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case TIMESTAMP -> DataTypes.TimestampType;
        };
    }
}
