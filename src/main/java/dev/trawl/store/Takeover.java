package dev.trawl.store;

import dev.trawl.store.LockFile.Seen;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Takes a lock from an owner that is gone. Of several drivers that find it so, the one that makes the claim beside it
 * may. That one looks again whether the lock still is as it was found: it may have come late, and another's name be
 * there. Then it writes its own over the dead one's, in one step, so that at no moment there is no lock. The claim of a
 * driver that was killed over this is a dead lock too, and taken in the same way.
 *
 * @param watch how long a lock that is only old must stay as it is to be taken
 */
record Takeover(Clock clock, Duration watch) {

    /** What takes another driver some calls of the file system. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    /** Whether {@code owner} has the lock now. Where another took it, its name is there by then. */
    boolean take(LockFile lock, LockOwner owner) {
        Optional<Seen> found = lock.look();
        if (found.isEmpty()) {
            return lock.create(owner); // it was released just now
        }
        if (!found.get().isDead(clock) || (!found.get().owner().isDeadHere() && changes(lock, found))) {
            return false;
        }
        LockFile claim = lock.claim();
        if (!claim.create(owner) && !take(claim, owner)) {
            Patience.until(() -> !lock.look().equals(found) || claim.look().isEmpty(), UNDER_WAY);
            return false;
        }
        try {
            return replace(lock, found, owner);
        } finally {
            claim.release(owner);
        }
    }

    private static boolean replace(LockFile lock, Optional<Seen> found, LockOwner owner) {
        if (!lock.look().equals(found)) {
            return false;
        }
        lock.write(owner);
        return true;
    }

    /** Whether its owner writes the lock anew while we wait: it lives, whatever the clocks say. */
    private boolean changes(LockFile lock, Optional<Seen> found) {
        try {
            TimeUnit.MILLISECONDS.sleep(watch.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
        return !lock.look().equals(found);
    }
}
