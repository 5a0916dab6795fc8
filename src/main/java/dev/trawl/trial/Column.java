package dev.trawl.trial;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result table.
 *
 * @param unit as printed in documents; empty for a name or a pure number
 * @param value of a row, boxed as {@code type} says; null where the row has none
 */
public record Column(String name, Type type, String unit, String meaning, Function<TrialRow, @Nullable Object> value) {

    /** Boxed as String, Integer, Long, Double and Instant. */
    public enum Type {
        TEXT,
        INT,
        LONG,
        DOUBLE,
        TIMESTAMP
    }
}
