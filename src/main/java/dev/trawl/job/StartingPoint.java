package dev.trawl.job;

import dev.trawl.store.StoreScan;
import dev.trawl.sweep.Plan;
import java.util.BitSet;

/**
 * Where a run of a plan begins.
 *
 * @param scan of the store when it was opened
 * @param done indices of the plan's trials that have rows; not to be changed
 */
public record StartingPoint(Plan plan, StoreScan scan, BitSet done) {

    /** Works out the id of every trial of {@code plan}: some seconds a million. */
    public static StartingPoint of(Plan plan, StoreScan scan) {
        return new StartingPoint(plan, scan, scan.done(plan));
    }

    /** How many of the plan's trials have rows. */
    public long trialsDone() {
        return done.cardinality();
    }
}
