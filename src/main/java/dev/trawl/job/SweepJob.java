package dev.trawl.job;

import dev.trawl.store.AtJvmEnd;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoreScan;
import dev.trawl.store.SweepLock;
import dev.trawl.sweep.Bin;
import dev.trawl.sweep.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.util.SerializableConfiguration;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs the trials of a plan that have no rows yet. Tasks are bins of about equal cost, the largest first: Spark starts
 * partitions in their order. Each partition's result is handed over exactly once, whatever was tried again on the way.
 */
public final class SweepJob {

    private static final int BEFORE_THE_LOCK_GOES = SweepLock.RELEASED_AT + 5;

    private final SparkContext spark;
    private final Plan plan;
    private final ResultStore store;
    private final SweepOptions options;
    private final BitSet done;
    private final Tally tally;
    private final FirstFailures firstFailures = new FirstFailures();
    private final List<Long> suspects = new ArrayList<>();
    private final List<Bin> handedBack = new ArrayList<>();
    private final Committer committer;
    private final ProgressListener listener;
    private final DataWatch dataWatch;
    private volatile boolean stopped;
    private boolean interrupted;
    private volatile String commonFailure = "";

    /**
     * @param lock of the store, held for as long as the job runs
     */
    public SweepJob(
            SparkContext spark,
            StartingPoint start,
            ResultStore store,
            SweepLock lock,
            SweepOptions options,
            ProgressListener listener) {
        StoreScan scan = start.scan();
        this.spark = spark;
        this.plan = start.plan();
        this.store = store;
        this.options = options;
        this.done = start.done();
        this.tally = new Tally(plan.size(), start.trialsDone(), scan.failures(), plan.flopsLeft(done));
        this.committer = new Committer(
                store, lock, plan.sweep().hash(), scan.nextSegment(), options.flushEvery(), failure -> cancel());
        this.listener = listener;
        this.dataWatch = new DataWatch(spark, listener::unreadable, this::cancel);
    }

    /**
     * Runs what is left. Returns when all is committed, or {@link #stop} was called, or the thread was interrupted. A
     * JVM that is told to end meanwhile stops it first.
     *
     * @throws UnreadableData where no machine could read the data of a trial
     */
    public SweepOutcome run() {
        try (AtJvmEnd stop = AtJvmEnd.run(this::stop, BEFORE_THE_LOCK_GOES)) {
            runAndCommit();
            return outcome();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt(); // not before: Hadoop takes that for a failed write
            }
        }
    }

    private void runAndCommit() {
        committer.start();
        Broadcast<Plan> shared = spark.broadcast(plan, ClassTag$.MODULE$.apply(Plan.class));
        spark.addSparkListener(dataWatch);
        try (Ticker ticker = new Ticker(() -> listener.progress(progress()))) {
            runJobs(shared);
        } finally {
            interrupted |= Thread.interrupted();
            try {
                committer.close();
            } finally {
                release(shared);
            }
        }
        committer.failure().ifPresent(failure -> {
            throw failure;
        });
        dataWatch.everywhere().ifPresent(failure -> {
            throw failure;
        });
        store.clearMarks();
    }

    /** A context that was stopped under the job has nothing left to release; the fault under way says more. */
    private void release(Broadcast<Plan> shared) {
        try {
            spark.removeSparkListener(dataWatch);
            shared.destroy(false);
        } catch (RuntimeException e) {
            if (!spark.isStopped()) {
                throw e;
            }
        }
    }

    /** Ends the run from another thread. Rows that the driver has are committed when this returns. */
    public void stop() {
        stopped = true;
        cancel();
        committer.close();
    }

    public Progress progress() {
        synchronized (tally) {
            return tally.progress();
        }
    }

    private void runJobs(Broadcast<Plan> shared) {
        runJobs(shared, plan.tasks(done, spark.defaultParallelism(), options.flopsPerSecond()), "bins");
        List<Bin> singles = new ArrayList<>();
        handedBack.forEach(bin -> bin.forEach(index -> singles.add(single(index))));
        runJobs(shared, singles, "singles");
        for (int i = 0; i < suspects.size() && !isEnding(); i++) {
            runJob(shared, List.of(single(suspects.get(i))), "alone-" + i, true);
        }
    }

    private void runJobs(Broadcast<Plan> shared, List<Bin> bins, String name) {
        int from = 0;
        while (from < bins.size() && !isEnding()) {
            int to = JobSize.end(bins, from, plan::records, JobSize.records(spark.getConf()));
            runJob(shared, List.copyOf(bins.subList(from, to)), name + "-" + from, false);
            from = to;
        }
    }

    private Bin single(long index) {
        return new Bin(new long[] {index}, new long[] {index + 1}, plan.flops(index));
    }

    private void runJob(Broadcast<Plan> shared, List<Bin> bins, String name, boolean alone) {
        RDD<Bin> partitions = JavaSparkContext.fromSparkContext(spark)
                .parallelize(bins, bins.size())
                .rdd();
        BinTask task = new BinTask(
                shared,
                options.method(),
                options.version(),
                store.folder().address(),
                new SerializableConfiguration(store.folder().configuration()),
                name,
                alone);
        spark.setJobGroup(group(), plan.sweep().name(), false);
        try {
            spark.runJob(partitions, task, new Delivery(), ClassTag$.MODULE$.apply(BinResult.class));
        } catch (Exception e) {
            // Scala code throws checked exceptions that it does not declare: SparkException is one.
            if (e instanceof InterruptedException) {
                interrupted = true;
                stopped = true;
            }
            boolean ending = isEnding();
            cancel(); // an interrupted thread waits no longer, but its tasks would go on
            if (!ending) {
                throw TaskFault.behind(e);
            }
        } finally {
            spark.clearJobGroup();
        }
    }

    /** Takes each partition's result, once, on Spark's scheduler thread. */
    private final class Delivery extends AbstractFunction2<Object, BinResult, BoxedUnit> {

        @Override
        public BoxedUnit apply(Object partition, BinResult result) {
            deliver(result);
            return BoxedUnit.UNIT;
        }
    }

    private void deliver(BinResult result) {
        Optional<String> alike;
        synchronized (tally) {
            tally.add(result);
            alike = firstFailures.add(result.rows());
            suspects.addAll(result.suspects());
            handedBack.addAll(result.handedBack());
        }
        try {
            committer.add(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (alike.isPresent() && commonFailure.isEmpty()) {
            commonFailure = alike.get();
        }
        if (isEnding()) {
            cancel(); // also what was not yet active when the run began to end
        }
    }

    private boolean isEnding() {
        return stopped
                || !commonFailure.isEmpty()
                || committer.failure().isPresent()
                || dataWatch.everywhere().isPresent();
    }

    private void cancel() {
        if (!spark.isStopped()) {
            spark.cancelJobGroup(group());
        }
    }

    private SweepOutcome outcome() {
        Progress progress = progress();
        SweepOutcome.End end = stopped
                ? SweepOutcome.End.STOPPED
                : commonFailure.isEmpty() ? SweepOutcome.End.DONE : SweepOutcome.End.FAILED_ALIKE;
        return new SweepOutcome(
                end, progress.ran(), progress.done(), progress.total(), progress.failures(), commonFailure);
    }

    private String group() {
        return "trawl-" + System.identityHashCode(this);
    }
}
