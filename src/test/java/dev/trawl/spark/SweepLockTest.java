package dev.trawl.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.trial.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepLockTest {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    Path directory;

    @Test
    void theSecondDriverStopsAndNamesTheFirst() {
        try (SweepLock first = take(elsewhere("one"))) {
            assertThatThrownBy(() -> take(elsewhere("two")))
                    .isInstanceOf(LockedResults.class)
                    .hasMessage(directory + " is in use by process 7 of ada on one, started then");
            assertThatNoException().isThrownBy(first::check);
        }
    }

    @Test
    void aReleasedLockLeavesNothing() {
        take(elsewhere("one")).close();

        assertThat(directory).isEmptyDirectory();
        take(elsewhere("two")).close();
    }

    @Test
    void theOwnerIsNamedWhileItLives() {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        try (SweepLock held = take(elsewhere("one"))) {
            assertThat(store.owner()).contains(elsewhere("one"));
        }
        assertThat(store.owner()).isEmpty();
        take(new LockOwner(LockOwner.current().host(), 1, "ada", "1970-01-01T00:00:00Z", "dead"));
        assertThat(store.owner()).isEmpty();
    }

    /** Its process is on another machine, for all that anyone can tell. */
    @Test
    void theOwnerOnAMachineWithoutANameIsNotTakenForDead() {
        try (SweepLock held = take(new LockOwner(Host.UNKNOWN, 1, "ada", "1970-01-01T00:00:00Z", "elsewhere"))) {
            assertThatThrownBy(() -> take(elsewhere("two"))).isInstanceOf(LockedResults.class);
        }
        assertThat(LockOwner.unknown().isDeadHere()).isFalse();
    }

    @Test
    void theLockOfADeadProcessOfThisHostIsTakenAtOnce() {
        LockOwner here = LockOwner.current();
        LockOwner dead = new LockOwner(here.host(), here.pid(), here.user(), "1970-01-01T00:00:00Z", "dead");
        SweepLock left = take(dead);

        try (SweepLock next = take(elsewhere("two"))) {
            assertThatNoException().isThrownBy(next::check);
            assertThatThrownBy(left::check).isInstanceOf(LockedResults.class);
        }
    }

    @Test
    void aLockWithoutAHeartbeatIsTakenAfterHalfAMinute() {
        SweepLock first = take(elsewhere("one"));
        Clock soon = Clock.offset(NOW, Duration.ofSeconds(20));
        Clock late = Clock.offset(NOW, Duration.ofSeconds(40));

        assertThatThrownBy(() -> SweepLock.take(folder(), elsewhere("two"), soon))
                .isInstanceOf(LockedResults.class);
        try (SweepLock second = SweepLock.take(folder(), elsewhere("two"), late)) {
            assertThatNoException().isThrownBy(second::check);
        }
        assertThatNoException().isThrownBy(first::close);
    }

    @Test
    void aDriverThatTheClusterStartsAnewWaitsForTheLockOfTheFormer() throws Exception {
        SweepLock former = take(elsewhere("one"));
        Instant almostDead = NOW.instant().minus(SweepLock.DEAD_AFTER).plusSeconds(2);
        Files.setLastModifiedTime(directory.resolve(SweepLock.FILE), FileTime.from(almostDead));

        assertThatThrownBy(() -> SweepLock.take(folder())).isInstanceOf(LockedResults.class);
        try (SweepLock next = SweepLock.takeWhenFree(folder())) {
            assertThatNoException().isThrownBy(next::check);
            assertThatThrownBy(former::check).isInstanceOf(LockedResults.class);
        }
    }

    @Test
    void anOwnerThatWakesUpAfterATakeoverWritesNothing() {
        SweepLock first = take(elsewhere("one"));
        try (SweepLock second = SweepLock.take(folder(), elsewhere("two"), Clock.offset(NOW, Duration.ofMinutes(1)))) {
            assertThatThrownBy(first::check).hasMessageContaining("on two");
            first.close();
            assertThatNoException().isThrownBy(second::check);
        }
    }

    @Test
    void itTellsWhoEndedWithoutAWord() {
        try (SweepLock lock = take(elsewhere("one"))) {
            assertThatNoException().isThrownBy(lock::check);
            assertThat(SweepLock.lost(folder(), NOW)).isEmpty();
            assertThat(SweepLock.lost(folder(), Clock.offset(NOW, Duration.ofMinutes(1))))
                    .contains(elsewhere("one"));
        }
        assertThat(SweepLock.lost(folder(), NOW)).isEmpty();
    }

    private SweepLock take(LockOwner owner) {
        return SweepLock.take(folder(), owner, NOW);
    }

    private ResultFolder folder() {
        return ResultFolder.of(directory.toString(), new Configuration());
    }

    private static LockOwner elsewhere(String host) {
        return new LockOwner(host, 7, "ada", "then", "token of " + host);
    }
}
