package dev.trawl.job;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Hears of tasks that ended for the want of data ({@link MachineData}): tells of each machine and file once, and ends
 * the run where for some time there is no executor whose tasks have not ended so.
 */
final class DataWatch extends SparkListener {

    /** A cluster gives its machines one by one. */
    private static final long NANOS_FOR_OTHERS_TO_COME = 30_000_000_000L;

    private final SparkContext spark;
    private final Consumer<String> teller;
    private final Runnable end;
    private final Set<String> told = new HashSet<>();
    private final Set<String> lacking = new HashSet<>(); // executors
    private OptionalLong nobodySince = OptionalLong.empty();
    private volatile Optional<UnreadableData> everywhere = Optional.empty();

    /** @param end cancels what still runs */
    DataWatch(SparkContext spark, Consumer<String> teller, Runnable end) {
        this.spark = spark;
        this.teller = teller;
        this.end = end;
    }

    /** The last of the faults, once every executor had one. */
    Optional<UnreadableData> everywhere() {
        return everywhere;
    }

    /** Spark calls it on one thread. On a single machine the run has failed before. */
    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        String executor = task.taskInfo().executorId();
        if (task.taskInfo().successful()) {
            lacking.remove(executor); // it lacks another data set
            nobodySince = OptionalLong.empty();
        }
        if (!spark.isLocal()
                && task.reason() instanceof TaskKilled killed
                && UnreadableData.isMessage(killed.reason())) {
            lacks(executor, killed.reason());
        }
    }

    private void lacks(String executor, String message) {
        if (told.add(message)) {
            teller.accept(message);
        }
        lacking.add(executor);
        if (lacking.size() < executors()) {
            nobodySince = OptionalLong.empty();
            return;
        }
        long now = System.nanoTime();
        if (now - nobodySince.orElse(now) > NANOS_FOR_OTHERS_TO_COME) {
            everywhere = Optional.of(new UnreadableData(message));
            end.run();
        } else if (nobodySince.isEmpty()) {
            nobodySince = OptionalLong.of(now);
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
        lacking.remove(executor.executorId());
    }

    /** Those there are now; the driver is told of as one besides. */
    private int executors() {
        return spark.statusTracker().getExecutorInfos().length - 1;
    }
}
