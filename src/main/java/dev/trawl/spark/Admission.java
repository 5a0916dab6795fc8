package dev.trawl.spark;

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

    /**
     * Stores what {@code sweep} adds to the sweep that is stored.
     *
     * @throws ChangedSweep where it lacks or changes anything of that, or adds to what a step was chosen from
     */
    public static void admit(Sweep sweep, ResultStore store) {
        Optional<StoredPlan> stored = store.plan();
        if (stored.isPresent() && stored.get().hash().equals(sweep.hash())) {
            return;
        }
        if (stored.isPresent()) {
            Sweep before = stored.get().read(store.directory());
            List<String> changes = new ArrayList<>(SweepDifference.between(before, sweep));
            changes.addAll(StepGrowth.between(before, sweep));
            if (!changes.isEmpty()) {
                throw new ChangedSweep(store.directory(), changes);
            }
            // Where a step of an earlier run is still to be chosen anew, the stored sweep is the larger one.
            if (SweepDifference.between(sweep, before).isEmpty() && sweep.trials() < before.trials()) {
                return;
            }
            write(sweep.keeping(before), store);
        } else {
            write(sweep, store);
        }
    }

    /** Stores {@code sweep} as the one whose results these are. */
    public static void write(Sweep sweep, ResultStore store) {
        store.writePlan(StoredPlan.of(Build.version(), sweep.hash(), sweep.resolved()));
    }
}
