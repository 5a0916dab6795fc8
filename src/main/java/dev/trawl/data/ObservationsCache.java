package dev.trawl.data;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Files read by this JVM, kept while memory lasts: the trials of an executor share them. Safe for many threads. */
final class ObservationsCache {

    private static final Map<Object, SoftReference<Observations>> READ = new ConcurrentHashMap<>();

    private ObservationsCache() {}

    /** What {@code read} gave for an equal key before, or gives now. A file is read by one thread while others wait. */
    static Observations of(Object key, Supplier<Observations> read) {
        Observations[] found = new Observations[1]; // held here, so that it cannot be collected before it is returned
        READ.compute(key, (same, kept) -> {
            found[0] = kept == null ? null : kept.get();
            if (found[0] != null) {
                return kept;
            }
            found[0] = read.get();
            return new SoftReference<>(found[0]);
        });
        return found[0];
    }
}
