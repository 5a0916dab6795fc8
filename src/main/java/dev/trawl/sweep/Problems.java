package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a sweep file, each problem once. */
final class Problems {

    private static final int SHOWN = 5;

    private final Set<String> lines = new LinkedHashSet<>();

    void add(Place place, String message) {
        lines.add(place + ": " + message);
    }

    /** {@code value} is nothing that fits here. */
    void misfit(Json value, String expected) {
        add(value.place(), "expected " + expected + ", not " + value.shown());
    }

    /** {@code key} is none of {@code valid}. */
    void unknownKey(Place place, String key, List<String> valid) {
        unknown("key", place, key, valid);
    }

    /** {@code name}, of a {@code kind} of thing, is none of {@code valid}. */
    void unknown(String kind, Place place, String name, List<String> valid) {
        add(place, "unknown " + kind + "; " + Nearest.hint(name, valid));
    }

    boolean none() {
        return lines.isEmpty();
    }

    /** Whether there are more than would be shown. */
    boolean plenty() {
        return lines.size() > SHOWN;
    }

    void throwIfAny() throws SweepFileException {
        if (!none()) {
            throw exception();
        }
    }

    SweepFileException exception() {
        List<String> shown = new ArrayList<>(lines.stream().limit(SHOWN).toList());
        if (plenty()) {
            shown.add("... and more problems like these");
        }
        return new SweepFileException(shown);
    }
}
