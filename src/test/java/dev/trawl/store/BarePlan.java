package dev.trawl.store;

import java.util.List;

/** A stored plan that says what it is told, of a sweep without steps. */
public final class BarePlan {

    private BarePlan() {}

    /** @param sweep JSON text, which need not be a sweep */
    public static StoredPlan of(String version, String hash, String sweep) {
        return new StoredPlan(ResultStore.FORMAT, version, hash, sweep, List.of());
    }
}
