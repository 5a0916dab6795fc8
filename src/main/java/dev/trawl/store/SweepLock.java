package dev.trawl.store;

import dev.trawl.store.LockFile.Seen;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One writer a result directory: DIR/lock.json names the owner, whose heartbeat writes it anew every few seconds.
 *
 * <p>Creating the file is the claim. Object stores do not make that atomic, and a stopped process may wake up after
 * another took over; so the owner reads the file again before each commit ({@link #check}), and the one whose token is
 * no longer there stops before it writes anything. Clocks are no proof of death: they are set, and a file server has
 * another; so a lock that is only old, or from the future, is watched for a while before it is taken.
 */
public final class SweepLock implements AutoCloseable {

    public static final String FILE = "lock.json";
    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** Six heartbeats: a slow disk is no dead owner. */
    static final Duration DEAD_AFTER = Duration.ofSeconds(30);
    /** Two heartbeats and a little: for as long a lock is watched before it is taken from somebody. */
    static final Duration WATCH = HEARTBEAT.multipliedBy(2).plusSeconds(1);

    /**
     * When a JVM that is told to end releases it, as a priority among its shutdown hooks: after jobs have committed
     * what has finished, long before Spark's.
     */
    public static final int RELEASED_AT = 95;

    private final LockFile file;
    private final LockOwner owner;
    private final ScheduledExecutorService heartbeat;
    private Optional<AtJvmEnd> atJvmEnd = Optional.empty();
    private volatile boolean released;

    private SweepLock(LockFile file, LockOwner owner) {
        this.file = file;
        this.owner = owner;
        this.heartbeat = Daemon.scheduler("trawl-lock");
    }

    static SweepLock take(ResultFolder folder) {
        return take(folder, LockOwner.current(), Clock.systemUTC(), WATCH);
    }

    /** Waits for as long as a driver that is gone would still seem alive. */
    static SweepLock takeWhenFree(ResultFolder folder, Duration watch) throws InterruptedException {
        long end = System.nanoTime() + DEAD_AFTER.plus(HEARTBEAT).plus(watch).toNanos();
        while (true) {
            try {
                return take(folder, LockOwner.current(), Clock.systemUTC(), watch);
            } catch (LockedResults e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    /** @param watch how long a lock that is only old must stay as it is to be taken */
    static SweepLock take(ResultFolder folder, LockOwner owner, Clock clock, Duration watch) {
        LockFile file = new LockFile(folder, FILE);
        if (!file.create(owner) && !new Takeover(clock, watch).take(file, owner)) {
            throw new LockedResults(folder.toString(), file.ownerWhenWritten());
        }
        SweepLock lock = new SweepLock(file, owner);
        lock.check();
        lock.heartbeat.scheduleAtFixedRate(
                lock::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        return lock;
    }

    /** Who is writing to the directory now, to all appearance. */
    static Optional<LockOwner> owner(ResultFolder folder) {
        return look(folder).filter(seen -> !seen.isDead(Clock.systemUTC())).map(Seen::owner);
    }

    /** Who wrote to the directory, and ended without a word. */
    static Optional<LockOwner> lost(ResultFolder folder, Clock clock) {
        return look(folder).filter(seen -> seen.isDead(clock)).map(Seen::owner);
    }

    /** Refuses to go on when another driver has taken the directory, or this one has given it up. */
    public void check() {
        if (released) { // as the JVM ends; created anew, the lock would outlive its owner
            throw new LockedResults(file.folder().toString(), owner);
        }
        Optional<LockOwner> found = file.owner();
        if (found.isEmpty() && file.create(owner)) {
            return; // somebody deleted it, and nobody took it
        }
        if (found.isEmpty() || !found.get().token().equals(owner.token())) {
            throw new LockedResults(file.folder().toString(), found.orElseGet(file::ownerWhenWritten));
        }
    }

    /**
     * Has it released too when the JVM is told to end. Not where something is written that would not stop first: each
     * step looks at the lock before it, but takes its time after that.
     */
    public void closeWhenTheJvmEnds() {
        atJvmEnd = Optional.of(AtJvmEnd.run(this::release, RELEASED_AT));
    }

    @Override
    public void close() {
        release();
        atJvmEnd.ifPresent(AtJvmEnd::close);
    }

    private void release() {
        boolean interrupted = Thread.interrupted(); // its thread may end a run for that; the lock goes all the same
        released = true;
        try {
            awaitLastBeat();
            file.release(owner);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A beat that is under way would write the file again after it was deleted. */
    private void awaitLastBeat() {
        heartbeat.shutdown(); // not interrupted: Hadoop takes that for a failed write
        try {
            if (!heartbeat.awaitTermination(DEAD_AFTER.toSeconds(), TimeUnit.SECONDS)) {
                heartbeat.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the owner lives, unless another has the lock by now. */
    void beat() {
        try {
            if (file.isOf(owner)) {
                file.write(owner);
            }
        } catch (RuntimeException | Error e) {
            // The next beat tries again; thrown on, there would be none. A commit meets the same fault, and reports it.
        }
    }

    /** Empty also where the text names no owner. */
    private static Optional<Seen> look(ResultFolder folder) {
        return new LockFile(folder, FILE).look().filter(seen -> !seen.owner().equals(LockOwner.unknown()));
    }
}
