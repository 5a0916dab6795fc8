package dev.trawl.job;

import dev.trawl.store.Daemon;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells of progress a few times a second, on a thread that may wait for a slow or stopped terminal without harm. */
final class Ticker implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(200);

    private final ScheduledExecutorService executor = Daemon.scheduler("trawl-progress");

    Ticker(Runnable tick) {
        executor.scheduleWithFixedDelay(tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits a moment for a tick that is under way, so that its words do not come after the last ones. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
