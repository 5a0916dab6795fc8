package dev.trawl.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;

/**
 * One writer a result directory: DIR/lock.json names the owner, whose heartbeat writes it anew every few seconds.
 *
 * <p>Creating the file is the claim. Not every file system makes that atomic, and a stopped process may wake up after
 * another took over; so the owner reads the file again before each commit ({@link #check}), and the one whose token is
 * no longer there stops before it writes anything. Clocks are no proof of death: they are set, and a file server has
 * another; so a lock that is only old is watched for a while before it is taken.
 */
public final class SweepLock implements AutoCloseable {

    public static final String FILE = "lock.json";
    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** Six heartbeats: a slow disk is no dead owner. */
    static final Duration DEAD_AFTER = Duration.ofSeconds(30);
    /** Two heartbeats and a little: for as long a lock is watched before it is taken from somebody. */
    static final Duration WATCH = HEARTBEAT.multipliedBy(2).plusSeconds(1);

    private final ResultFolder folder;
    private final LockOwner owner;
    private final ScheduledExecutorService heartbeat;

    private SweepLock(ResultFolder folder, LockOwner owner) {
        this.folder = folder;
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
        if (!create(folder, owner)) {
            breakDeadLock(folder, clock, watch);
            if (!create(folder, owner)) {
                throw heldByAnother(folder);
            }
        }
        SweepLock lock = new SweepLock(folder, owner);
        lock.check();
        lock.heartbeat.scheduleAtFixedRate(
                lock::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        return lock;
    }

    /** Who is writing to the directory now, to all appearance. */
    static Optional<LockOwner> owner(ResultFolder folder) {
        return read(folder).filter(owner -> !isDead(folder, owner, Clock.systemUTC()));
    }

    /** Who wrote to the directory, and ended without a word. */
    static Optional<LockOwner> lost(ResultFolder folder, Clock clock) {
        return read(folder).filter(owner -> isDead(folder, owner, clock));
    }

    /** Refuses to go on when another driver has taken the directory. */
    public void check() {
        Optional<LockOwner> found = read(folder);
        if (found.isEmpty() && create(folder, owner)) {
            return; // somebody deleted it, and nobody took it
        }
        if (found.isEmpty() || !found.get().token().equals(owner.token())) {
            throw new LockedResults(folder.toString(), found.orElse(LockOwner.unknown()));
        }
    }

    @Override
    public void close() {
        awaitLastBeat();
        if (read(folder).filter(found -> found.token().equals(owner.token())).isPresent()) {
            folder.delete(folder.path(FILE));
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

    private void beat() {
        try {
            if (read(folder)
                    .filter(found -> found.token().equals(owner.token()))
                    .isPresent()) {
                folder.write(FILE, owner.json());
            }
        } catch (RuntimeException | Error e) {
            // The next beat tries again; thrown on, there would be none. A commit meets the same fault, and reports it.
        }
    }

    private static boolean create(ResultFolder folder, LockOwner owner) {
        Path path = folder.path(FILE);
        // Made before the file is: one that is killed in between leaves a lock that names nobody, for half a minute.
        byte[] text = owner.json().getBytes(StandardCharsets.UTF_8);
        FSDataOutputStream file;
        try {
            folder.fileSystem().mkdirs(path.getParent());
            file = folder.create(path, false);
        } catch (FileAlreadyExistsException e) {
            folder.requireNoFile();
            return false;
        } catch (IOException e) {
            if (folder.exists(FILE)) {
                return false; // HDFS calls a file that a killed owner was still writing "being created"
            }
            throw new UnwritableResults("lock " + folder, e);
        }
        try (file) {
            file.write(text);
        } catch (IOException e) {
            folder.delete(path);
            throw new UnwritableResults("lock " + folder, e);
        }
        return true;
    }

    private static void breakDeadLock(ResultFolder folder, Clock clock, Duration watch) {
        LockOwner found = read(folder).orElse(LockOwner.unknown());
        if (!isDead(folder, found, clock) || (!found.isDeadHere() && changesWithin(folder, watch))) {
            throw heldByAnother(folder);
        }
        // Of several drivers that find the same dead lock, one renames it.
        Path aside = folder.path("." + FILE + "." + LockOwner.current().token());
        folder.rename(folder.path(FILE), aside);
        folder.delete(aside);
    }

    private static boolean isDead(ResultFolder folder, LockOwner owner, Clock clock) {
        Duration age = folder.written(FILE)
                .map(written -> Duration.ofMillis(clock.millis() - written))
                .orElse(Duration.ZERO);
        Duration deadAfter = owner.isPerhapsDeadHere() ? WATCH : DEAD_AFTER;
        return owner.isDeadHere() || age.compareTo(deadAfter) > 0;
    }

    /** Whether its owner writes the lock anew while we wait: it lives, whatever the clocks say. */
    private static boolean changesWithin(ResultFolder folder, Duration watch) {
        Optional<Long> before = folder.written(FILE);
        try {
            TimeUnit.MILLISECONDS.sleep(watch.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
        return !folder.written(FILE).equals(before);
    }

    private static Optional<LockOwner> read(ResultFolder folder) {
        return folder.read(FILE).flatMap(LockOwner::parse);
    }

    private static LockedResults heldByAnother(ResultFolder folder) {
        return new LockedResults(folder.toString(), read(folder).orElse(LockOwner.unknown()));
    }
}
