package dev.trawl.job;

import dev.trawl.store.ResultStore;
import dev.trawl.store.SweepLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers finished rows, and commits them on a thread of its own, which does nothing else: every few seconds, or when
 * there are many. Handing over rows is cheap, unless the disk cannot keep up: then it waits, and with it the thread of
 * Spark's that hands them over, though results of tasks go on arriving in memory.
 */
final class Committer implements AutoCloseable {

    static final int MANY_ROWS = 50_000;
    private static final long TICK_MILLIS = 200;
    /** A young sweep commits more often: a kill loses some tenths of a second, or about two percent of the run. */
    private static final long FIRST_FLUSH_NANOS = 200_000_000;

    private static final int FLUSHES_SO_FAR = 50;

    private final ResultStore store;
    private final SweepLock lock;
    private final String sweepHash;
    private final long flushNanos;
    private final long start = System.nanoTime();
    private final Consumer<RuntimeException> onFailure;
    private final Thread thread = new Thread(this::loop, "trawl-commit");
    private final Object committing = new Object();
    private List<Object[]> rows = new ArrayList<>();
    private List<Object[]> curve = new ArrayList<>();
    private long nextSegment;
    private long oldest; // when the first of the rows came, System.nanoTime()
    private boolean closed;
    private @Nullable RuntimeException failure;

    /**
     * @param onFailure called once, when a commit has failed; later rows are dropped
     */
    Committer(
            ResultStore store,
            SweepLock lock,
            String sweepHash,
            long nextSegment,
            Duration flushEvery,
            Consumer<RuntimeException> onFailure) {
        this.store = store;
        this.lock = lock;
        this.sweepHash = sweepHash;
        this.nextSegment = nextSegment;
        this.flushNanos = flushEvery.toNanos();
        this.onFailure = onFailure;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes the rows of whole trials over. */
    synchronized void add(BinResult result) throws InterruptedException {
        while (waiting() > 4 * MANY_ROWS && failure == null && !closed) {
            wait();
        }
        if (closed || failure != null) {
            return;
        }
        if (rows.isEmpty()) {
            oldest = System.nanoTime();
        }
        rows.addAll(result.rows());
        curve.addAll(result.curve());
        if (waiting() >= MANY_ROWS) {
            notifyAll();
        }
    }

    /** Commits all rows handed over so far. */
    void flush() {
        synchronized (committing) {
            List<Object[]> batch;
            List<Object[]> points;
            synchronized (this) {
                batch = rows;
                points = curve;
                rows = new ArrayList<>();
                curve = new ArrayList<>();
                notifyAll();
            }
            if (!batch.isEmpty() && failure().isEmpty()) {
                try {
                    store.commit(nextSegment, batch, points, sweepHash, lock::check);
                } catch (RuntimeException | Error e) {
                    fail(e); // before anybody else may flush, and find nothing wrong
                    throw e;
                }
                nextSegment++;
            }
        }
    }

    /** Commits what is there, and takes no more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        if (failure().isEmpty()) {
            flush();
        }
    }

    synchronized Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    private void loop() {
        try {
            while (awaitWork()) {
                if (isDue()) {
                    flush();
                }
            }
        } catch (RuntimeException | Error e) {
            onFailure.accept(fail(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever it was, out of memory too: rows are lost, and the sweep must not end as if they were not. */
    private synchronized RuntimeException fail(Throwable e) {
        if (failure == null) {
            failure = e instanceof RuntimeException known ? known : new IllegalStateException(e.toString(), e);
        }
        notifyAll();
        return failure;
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        if (!closed && waiting() < MANY_ROWS) {
            wait(TICK_MILLIS);
        }
        return !closed;
    }

    private synchronized boolean isDue() {
        return !rows.isEmpty() && (waiting() >= MANY_ROWS || System.nanoTime() - oldest >= interval());
    }

    private long interval() {
        return Math.min(flushNanos, Math.max(FIRST_FLUSH_NANOS, (System.nanoTime() - start) / FLUSHES_SO_FAR));
    }

    private int waiting() {
        return rows.size() + curve.size();
    }
}
