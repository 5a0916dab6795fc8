package dev.trawl.job;

import dev.trawl.store.Causes;
import dev.trawl.store.UnreadableResults;
import dev.trawl.store.UnwritableResults;
import dev.trawl.store.WrongAddress;
import org.apache.spark.SparkException;

/** What the failure of a Spark job comes down to: the fault of ours that a task ended with says most. */
final class TaskFault {

    private TaskFault() {}

    static RuntimeException behind(Exception failure) {
        return Causes.of(failure)
                .filter(TaskFault::isOurs)
                .map(RuntimeException.class::cast)
                .findFirst()
                .orElseGet(() -> itself(failure));
    }

    private static boolean isOurs(Throwable fault) {
        return fault instanceof UnreadableData
                || fault instanceof UnreadableResults
                || fault instanceof UnwritableResults
                || fault instanceof WrongAddress;
    }

    private static RuntimeException itself(Exception failure) {
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(
                        failure instanceof SparkException ? failure.getMessage() : failure.toString(), failure);
    }
}
