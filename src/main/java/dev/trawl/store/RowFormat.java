package dev.trawl.store;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import dev.trawl.trial.Column;
import dev.trawl.trial.CurveColumns;
import dev.trawl.trial.TrialColumns;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The rows of one folder of results, as Parquet has them: plain optional columns, no nesting.
 *
 * @param folder under the result directory
 */
public record RowFormat(String folder, List<Field> fields) {

    public record Field(String name, Column.Type type) {}

    public static final RowFormat TRIALS = new RowFormat(
            "trials",
            TrialColumns.ALL.stream()
                    .map(column -> new Field(column.name(), column.type()))
                    .toList());

    public static final RowFormat CURVES = new RowFormat(
            "curves",
            CurveColumns.ALL.stream()
                    .map(column -> new Field(column.name(), column.type()))
                    .toList());

    /** The same folder with only the columns named, in that order. */
    RowFormat only(String... names) {
        return new RowFormat(folder, List.of(names).stream().map(this::field).toList());
    }

    MessageType schema() {
        return new MessageType("row", fields.stream().map(RowFormat::type).toList());
    }

    private Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name + " in " + folder));
    }

    private static Type type(Field field) {
        return switch (field.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY).as(stringType()).named(field.name());
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(field.name());
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(field.name());
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(field.name());
            case TIMESTAMP ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(timestampType(true, TimeUnit.MICROS))
                        .named(field.name());
        };
    }
}
