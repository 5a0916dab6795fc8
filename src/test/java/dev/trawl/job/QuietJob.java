package dev.trawl.job;

import dev.trawl.store.ResultStore;
import dev.trawl.store.SweepLock;
import dev.trawl.sweep.Plan;
import dev.trawl.trial.TrialMethod;
import org.apache.spark.SparkContext;

/** A job that tells nobody how far it is. */
public final class QuietJob {

    private QuietJob() {}

    /** Runs the trials of {@code plan} that have no rows yet. */
    public static SweepOutcome run(
            SparkContext spark, Plan plan, ResultStore store, SweepLock lock, String version, TrialMethod method) {
        StartingPoint start = StartingPoint.of(plan, store.open(lock));
        return new SweepJob(spark, start, store, lock, SweepOptions.of(version, method), progress -> {}).run();
    }
}
