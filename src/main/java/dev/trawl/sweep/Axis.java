package dev.trawl.sweep;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One setting of a grid and the values that it takes there, each once. */
record Axis<T>(Setting<T> setting, List<T> values) {

    Axis {
        values = List.copyOf(values);
    }

    /** Those of its values that {@code wanted} holds of; may be none. */
    Axis<T> only(Predicate<T> wanted) {
        return new Axis<>(setting, values.stream().filter(wanted).toList());
    }

    /** {@code 20}, or {@code [20, 100]}. */
    String json() {
        String joined = values.stream().map(setting.form()::json).collect(Collectors.joining(", "));
        return values.size() == 1 ? joined : "[" + joined + "]";
    }

    /** How many values another axis has too; numbers that a form keeps together count one by one. */
    long common(Axis<?> other) {
        if (values.get(0) instanceof Numbers mine && other.values.get(0) instanceof Numbers others) {
            return mine.common(others);
        }
        return values.stream().filter(other.values::contains).count();
    }

    /** The first value that {@code other} has too, of which there must be one. */
    String firstCommon(Axis<?> other) {
        if (values.get(0) instanceof Numbers mine && other.values.get(0) instanceof Numbers others) {
            return Long.toString(mine.firstCommon(others));
        }
        return values.stream()
                .filter(other.values::contains)
                .findFirst()
                .map(setting.form()::json)
                .orElseThrow();
    }

    /** How many values there are; numbers that a form keeps together count one by one. */
    long size() {
        return values.get(0) instanceof Numbers numbers ? numbers.size() : values.size();
    }
}
