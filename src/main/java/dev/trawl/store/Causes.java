package dev.trawl.store;

import java.util.Objects;
import java.util.stream.Stream;

/** The chain of causes of a fault. */
public final class Causes {

    private Causes() {}

    /** The fault itself first. */
    public static Stream<Throwable> of(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }

    /** The last of them, which says most; the fault itself where it has no cause. */
    public static Throwable deepest(Throwable fault) {
        return of(fault).reduce(fault, (outer, inner) -> inner);
    }
}
