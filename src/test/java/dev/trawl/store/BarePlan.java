package dev.trawl.store;

import dev.trawl.sweep.Sweep;
import java.util.List;

/** A stored plan that says what it is told, of a sweep without steps. */
public final class BarePlan {

    private BarePlan() {}

    /** As it is read from DIR/plan.json. */
    public static StoredPlan read(Sweep sweep) {
        return StoredPlan.sound("", StoredPlan.of("1", sweep).json());
    }

    /** @param sweep JSON text, which need not be a sweep */
    public static StoredPlan of(String version, String hash, String sweep) {
        return new StoredPlan(ResultStore.FORMAT, version, hash, sweep, List.of());
    }
}
