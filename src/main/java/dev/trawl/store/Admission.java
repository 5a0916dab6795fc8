package dev.trawl.store;

import dev.trawl.sweep.StepGrowth;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepDifference;
import dev.trawl.trial.Build;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which sweep the results in a directory are of: it may grow from run to run, but not change. */
public final class Admission {

    private Admission() {}

    /** The sweep whose rows are in {@code store}; empty where there are none, whatever was planned. */
    public static Optional<StoredPlan> before(ResultStore store) {
        return store.hasRows() ? store.plan() : Optional.empty();
    }

    /**
     * Stores what {@code sweep} adds to the sweep that is stored; not before it has settled the steps that are settled
     * there. Until then a kill or a step that chooses otherwise leaves a directory that the stored sweep can go on in.
     *
     * @throws ChangedSweep where it lacks or changes anything of that, or adds to what a step was chosen from
     */
    public static void admit(Sweep sweep, ResultStore store) {
        Optional<StoredPlan> stored = before(store);
        if (stored.isEmpty()) {
            write(sweep, store);
        } else if (!stored.get().isOf(sweep)) {
            Sweep before = stored.get().read(store.directory());
            check(before, sweep, store);
            if (!sweep.awaitsAnyOf(before)) {
                write(sweep, store);
            }
        }
    }

    /** Refuses what {@link #admit} would refuse, and stores nothing. */
    public static void check(Sweep sweep, ResultStore store) {
        before(store).ifPresent(stored -> check(stored.read(store.directory()), sweep, store));
    }

    private static void check(Sweep before, Sweep sweep, ResultStore store) {
        List<String> changes = new ArrayList<>(SweepDifference.between(before, sweep));
        changes.addAll(StepGrowth.between(before, sweep));
        if (!changes.isEmpty()) {
            throw ChangedSweep.of(store.directory(), before, sweep, changes);
        }
    }

    /** Stores {@code sweep} as the one whose results these are. */
    public static void write(Sweep sweep, ResultStore store) {
        store.writePlan(StoredPlan.of(Build.version(), sweep));
    }
}
