package dev.trawl.spark;

import dev.trawl.kernel.Kernels;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.trial.Build;
import dev.trawl.trial.KernelMethod;
import org.apache.spark.sql.SparkSession;

/** Runs a sweep, or goes on with it, in one call and without a console. */
public final class SweepRunner {

    private SweepRunner() {}

    /**
     * Runs the trials of {@code sweep} that have no rows in {@code dir}. Returns when all are committed, or when the first
     * all failed alike: the outcome says which.
     *
     * @throws IllegalArgumentException for a sweep with steps, which {@code trawl run} takes one after the other
     * @throws ChangedSweep where the directory has the results of another version of the sweep
     * @throws LockedResults where another driver is at it
     * @throws DamagedResults where files there are not as Trawl wrote them
     */
    public static SweepOutcome run(SparkSession spark, Sweep sweep, String dir) {
        if (sweep.next().isPresent()) {
            throw new IllegalArgumentException("a sweep with steps is run by `trawl run`");
        }
        ResultStore store = ResultStore.at(dir, spark.sparkContext().hadoopConfiguration());
        try (SweepLock lock = store.lock()) {
            StoreScan scan = store.open(lock);
            Admission.admit(sweep, store);
            SweepOptions options =
                    SweepOptions.of(sweep.name(), sweep.hash(), Build.version(), new KernelMethod(Kernels.AUTO));
            return new SweepJob(spark.sparkContext(), Plan.of(sweep), store, lock, scan, options, progress -> {}).run();
        }
    }
}
