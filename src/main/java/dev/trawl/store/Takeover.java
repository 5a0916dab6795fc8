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
 * @param watch how long a lock that is only old must stay as it is to be taken; one from the future three times as long
 */
record Takeover(Clock clock, Duration watch) {

    /** What takes another driver some calls of the file system. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    /** Of a lock that is from the future nobody knows for how long it has been silent: together half a minute. */
    static final int WATCHES_WHERE_AHEAD = 3;

    /** Whether {@code owner} has the lock now. Where another took it, its name is there by then. */
    boolean take(LockFile lock, LockOwner owner) {
        Optional<Seen> found = lock.look();
        if (found.isEmpty()) {
            return lock.create(owner); // it was released just now
        }
        if (!seemsDead(found.get()) || (!found.get().owner().isDeadHere() && changes(lock, found))) {
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

    /** Or may be so, for all that the clocks say. */
    private boolean seemsDead(Seen found) {
        return found.isDead(clock) || found.isAhead(clock);
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
        boolean old = found.filter(seen -> seen.isDead(clock)).isPresent();
        try {
            TimeUnit.MILLISECONDS.sleep(
                    watch.multipliedBy(old ? 1 : WATCHES_WHERE_AHEAD).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
        return !lock.look().equals(found);
    }
}
