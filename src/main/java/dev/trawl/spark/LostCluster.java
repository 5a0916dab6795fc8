package dev.trawl.spark;

import dev.trawl.store.Causes;
import java.util.List;

/** The cluster cannot be reached, or gives Spark no application. */
public final class LostCluster extends RuntimeException {

    /** How Spark says that its application was ended from outside; each call on it fails with one of them. */
    private static final List<String> ENDED = List.of(
            "stopped SparkContext",
            "SparkContext was shut down",
            "Master removed our application",
            "All masters are unresponsive");

    LostCluster(String message) {
        super(message);
    }

    private LostCluster(String message, Throwable cause) {
        super(message, cause);
    }

    static LostCluster atTheStart(String master, Exception e) {
        Throwable root = Causes.deepest(e);
        String reason =
                String.valueOf(root.getMessage()).strip().lines().findFirst().orElse("");
        return new LostCluster(
                "cannot start Spark on " + master + ": " + root.getClass().getSimpleName() + ": " + reason, e);
    }

    /** Whether a failure only says that Spark's application is no more. */
    public static boolean isBehind(Throwable failure) {
        return Causes.of(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> ENDED.stream().anyMatch(message::contains));
    }
}
