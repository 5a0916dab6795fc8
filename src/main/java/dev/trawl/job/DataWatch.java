package dev.trawl.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Hears of tasks that failed with {@link UnreadableData}, and tells of each machine and file once. */
final class DataWatch extends SparkListener {

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Consumer<String> teller;

    DataWatch(Consumer<String> teller) {
        this.teller = teller;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.reason() instanceof ExceptionFailure failure
                && failure.className().equals(UnreadableData.class.getName())
                && told.add(failure.description())) {
            teller.accept(failure.description());
        }
    }
}
