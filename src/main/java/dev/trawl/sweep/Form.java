package dev.trawl.sweep;

import java.util.List;

/** How one kind of value is written in a sweep file. */
interface Form<T> {

    /** What it is: {@code whole number}. */
    String type();

    /** Which of them: {@code 1 or more}; empty for any. */
    String range();

    /**
     * The values that {@code json} stands for: one, or several for a range. Empty after a problem.
     *
     * @param problems told what is wrong
     */
    List<T> read(Json json, Problems problems);

    /** As it stands in a sweep file. */
    String json(T value);

    /** Whether a list is one value, and not one value of each of its items. */
    default boolean takesLists() {
        return false;
    }

    /** {@code a whole number, 1 or more}. */
    default String expected() {
        return "a " + type() + (range().isEmpty() ? "" : ", " + range());
    }
}
