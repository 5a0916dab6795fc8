package dev.trawl.trial;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result table whose rows are made of an {@code R} each.
 *
 * @param unit as printed in documents; empty for a name or a pure number
 * @param value of a row, boxed as {@code type} says; null where the row has none
 */
public record Column<R>(String name, Type type, String unit, String meaning, Function<R, @Nullable Object> value) {

    /** Boxed as String, Integer, Long, Double and Instant. */
    public enum Type {
        TEXT,
        INT,
        LONG,
        DOUBLE,
        TIMESTAMP
    }

    /** The values of {@code row}, in the order of {@code columns}. */
    static <R> Object[] values(List<Column<R>> columns, R row) {
        return columns.stream().map(column -> column.value.apply(row)).toArray();
    }

    static <R> Column<R> text(String name, String meaning, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.TEXT, "", meaning, value);
    }

    static <R> Column<R> integer(String name, String unit, String meaning, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.INT, unit, meaning, value);
    }

    static <R> Column<R> whole(String name, String unit, String meaning, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.LONG, unit, meaning, value);
    }

    static <R> Column<R> real(String name, String unit, String meaning, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.DOUBLE, unit, meaning, value);
    }
}
