package dev.trawl.cli;

import dev.trawl.spark.ResultStore;
import dev.trawl.spark.StoreScan;
import dev.trawl.spark.StoredPlan;
import dev.trawl.spark.SweepLock;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepDifference;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The results that a run adds to, locked for it.
 *
 * @param directory as the user wrote it
 * @param warnings told of what was done to damaged files
 */
record Results(String directory, ResultStore store, SweepLock lock, Consumer<String> warnings) {

    /** Moves damaged files aside. Their trials have no rows then and run again. */
    void quarantine(Sweep sweep) {
        store.quarantine(store.scan().damages(), lock)
                .forEach(file -> warnings.accept("moved aside: " + directory + "/" + file));
        if (store.plan().isEmpty()) {
            store.writePlan(stored(sweep));
        }
    }

    /** What is there, ready to be added to; refuses damage. */
    StoreScan open() {
        return store.open(lock);
    }

    void forgetFailed() {
        open();
        long forgotten = store.forgetFailed(lock);
        warnings.accept(Quantity.count(forgotten) + " failed trials run again");
    }

    /** Stores what {@code sweep} adds to the stored one; refuses where it lacks or changes anything of that. */
    void admit(Sweep sweep) {
        Optional<StoredPlan> stored = store.plan();
        if (stored.isPresent() && stored.get().hash().equals(sweep.hash())) {
            return;
        }
        if (stored.isPresent()) {
            Sweep before = ResultsArgument.sweep(stored.get(), directory);
            List<String> lost = SweepDifference.between(before, sweep);
            if (!lost.isEmpty()) {
                throw Fault.usage(directory + " holds the results of another version of this sweep:\n  "
                        + String.join("\n  ", lost)
                        + "\nA sweep may grow, but not change: choose another --out DIR, or undo the changes.");
            }
            // Where a step of an earlier run is still to be chosen anew, the stored sweep is the larger one.
            if (SweepDifference.between(sweep, before).isEmpty() && sweep.trials() < before.trials()) {
                return;
            }
        }
        store.writePlan(stored(sweep));
    }

    private static StoredPlan stored(Sweep sweep) {
        return StoredPlan.of(Version.number(), sweep.hash(), sweep.resolved());
    }
}
