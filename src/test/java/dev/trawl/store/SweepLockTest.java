package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.trawl.trial.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** As a JVM ends, a commit may look at it once more. */
    @Test
    void aReleasedLockDoesNotComeBack() {
        SweepLock released = take(elsewhere("one"));
        released.close();

        assertThatThrownBy(released::check).isInstanceOf(LockedResults.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aLockThatSomebodyDeletedIsItsOwnersStill() throws IOException {
        try (SweepLock held = take(elsewhere("one"))) {
            Files.delete(directory.resolve(SweepLock.FILE));

            assertThatNoException().isThrownBy(held::check);
            assertThatThrownBy(() -> take(elsewhere("two"))).hasMessageContaining("on one");
        }
    }

    @Test
    void theOwnerIsNamedWhileItLives() {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        try (SweepLock held = take(elsewhere("one"))) {
            assertThat(store.owner()).contains(elsewhere("one"));
        }
        assertThat(store.owner()).isEmpty();
        take(LockRace.dead());
        assertThat(store.owner()).isEmpty();
    }

    /** Another process of the same number, or the clock was set: then every process seems to have started then. */
    @Test
    void theLockOfALivingProcessWithAnotherStartIsLeftForTwoHeartbeats() {
        LockOwner here = LockOwner.current();
        try (SweepLock held =
                take(new LockOwner(here.host(), here.space(), here.pid(), "ada", "1970-01-01T00:00:00Z", "perhaps"))) {
            Clock soon = Clock.offset(NOW, SweepLock.HEARTBEAT);
            assertThatThrownBy(() -> SweepLock.take(folder(), elsewhere("two"), soon, Duration.ZERO))
                    .isInstanceOf(LockedResults.class);
            Clock later = Clock.offset(NOW, SweepLock.WATCH.plusSeconds(2));
            SweepLock.take(folder(), elsewhere("two"), later, Duration.ZERO).close();
        }
    }

    /** The clocks of two machines differ by a minute. */
    @Test
    void aLockThatIsStillWrittenIsNotTakenHoweverOldItSeems() throws Exception {
        Path file = directory.resolve(SweepLock.FILE);
        try (SweepLock held = take(elsewhere("one"))) {
            Thread beats = new Thread(() -> {
                for (int beat = 1; Files.exists(file) && beat < 1000; beat++) {
                    touch(file, NOW.instant().minusSeconds(60).plusMillis(beat));
                    LockSupport.parkNanos(20_000_000);
                }
            });
            beats.start();
            Clock minuteAhead = Clock.offset(NOW, Duration.ofMinutes(1));
            assertThatThrownBy(() -> SweepLock.take(folder(), elsewhere("two"), minuteAhead, Duration.ofSeconds(3)))
                    .isInstanceOf(LockedResults.class)
                    .hasMessageContaining("process 7 of ada on one");
            assertThatNoException().isThrownBy(held::check);
            Files.delete(file);
            beats.join();
        }
    }

    /** The store's clock is an hour ahead: the lock would not be old for an hour, however dead its owner is. */
    @Test
    void aSilentLockFromTheFutureIsTaken() {
        writeAhead(Duration.ofHours(1));

        try (SweepLock next = take(elsewhere("two"))) {
            assertThatNoException().isThrownBy(next::check);
        }
    }

    @Test
    void aDriverThatTheClusterStartsAnewTakesASilentLockFromTheFuture() throws Exception {
        writeAhead(Duration.ofHours(1));

        try (SweepLock next = SweepLock.takeWhenFree(folder(), Duration.ZERO)) {
            assertThatNoException().isThrownBy(next::check);
        }
    }

    @Test
    void aLockFromTheFutureThatIsStillWrittenIsNotTaken() throws Exception {
        Path file = directory.resolve(SweepLock.FILE);
        try (SweepLock held = take(elsewhere("one"))) {
            writeAhead(Duration.ofHours(1));
            CompletableFuture<SweepLock> other = CompletableFuture.supplyAsync(
                    () -> SweepLock.take(folder(), elsewhere("two"), NOW, Duration.ofMillis(500)));
            for (int beat = 1; !other.isDone(); beat++) {
                touch(file, NOW.instant().plus(Duration.ofHours(1)).plusMillis(beat));
                LockSupport.parkNanos(20_000_000);
            }
            assertThatThrownBy(other::get)
                    .cause()
                    .hasMessageContaining("on one")
                    .isInstanceOf(LockedResults.class);
            assertThatNoException().isThrownBy(held::check);
        }
    }

    @Test
    void aLockThatIsALittleAheadIsItsOwners() {
        writeAhead(Duration.ofSeconds(3));

        assertThatThrownBy(() -> take(elsewhere("two"))).isInstanceOf(LockedResults.class);
        writeAhead(Duration.ofHours(1));
        assertThat(SweepLock.owner(folder())).contains(elsewhere("one"));
    }

    private void writeAhead(Duration ahead) {
        new LockFile(folder(), SweepLock.FILE).write(elsewhere("one"));
        touch(directory.resolve(SweepLock.FILE), NOW.instant().plus(ahead));
    }

    /** The clocks say nothing of how long it was silent: half a minute, as where they do. */
    @Test
    void aLockFromTheFutureIsWatchedForAsLongAsAnotherMustBeOld() {
        assertThat(SweepLock.WATCH.multipliedBy(Takeover.WATCHES_WHERE_AHEAD)).isGreaterThan(SweepLock.DEAD_AFTER);
    }

    @Test
    void aFullDiskLeavesNoLockBehind() {
        ResultStore full = ResultStore.at("full://" + directory, FullDisk.configuration(10));

        assertThatThrownBy(full::lock)
                .isInstanceOf(UnwritableResults.class)
                .hasMessageEndingWith(": No space left on device");
        assertThat(directory).isEmptyDirectory();
    }

    /** Its process is on another machine, for all that anyone can tell. */
    @Test
    void theOwnerOnAMachineWithoutANameIsNotTakenForDead() {
        try (SweepLock held =
                take(new LockOwner(Host.UNKNOWN, Host.processSpace(), 1, "ada", "1970-01-01T00:00:00Z", "elsewhere"))) {
            assertThatThrownBy(() -> take(elsewhere("two"))).isInstanceOf(LockedResults.class);
        }
        assertThat(LockOwner.unknown().isDeadHere()).isFalse();
    }

    /** Where /proc shows each user none but their own processes. */
    @Test
    void theProcessOfAnotherUserIsNotTakenForDeadBecauseItIsNotSeen() {
        assertThat(gone("ada").isDeadHere()).isFalse();
        assertThat(gone(System.getProperty("user.name")).isDeadHere()).isTrue();
    }

    private static LockOwner gone(String user) {
        return new LockOwner(
                Host.name(), Host.processSpace(), Long.MAX_VALUE, user, "1970-01-01T00:00:00Z", "token of " + user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"dependencies\": {}}", "locked"})
    void aLockOfAnotherProgramIsLeft(String text) throws IOException {
        Path file = Files.writeString(directory.resolve(SweepLock.FILE), text);
        touch(file, Instant.EPOCH);

        assertThatThrownBy(() -> take(elsewhere("one")))
                .isInstanceOf(WrongAddress.class)
                .hasMessageEndingWith(" has a lock.json that is not Trawl's: results need a directory of their own");
        assertThat(file).hasContent(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"ho", "{\"host\":\"one\",\"spa", "\0\0\0\0"})
    void aLockThatIsCutShortIsTaken(String text) throws IOException {
        touch(Files.writeString(directory.resolve(SweepLock.FILE), text), Instant.EPOCH);

        try (SweepLock lock = take(elsewhere("one"))) {
            assertThatNoException().isThrownBy(lock::check);
        }
    }

    /** As of a container that has the host's name, or of an older Trawl, which did not say. */
    @ParameterizedTest
    @ValueSource(strings = {"pid:[1] of another", ""})
    void theLockOfAProcessThatCannotBeSeenFromHereIsLeftForHalfAMinute(String space) {
        assumeThat(Host.processSpace()).isNotEmpty();
        LockOwner dead = LockRace.dead();
        LockOwner unseen = new LockOwner(dead.host(), space, dead.pid(), "ada", dead.started(), "unseen");
        assertThat(unseen.isDeadHere()).isFalse();
        assertThat(unseen.isPerhapsDeadHere()).isFalse();

        try (SweepLock held = take(unseen)) {
            Clock soon = Clock.offset(NOW, SweepLock.WATCH.plusSeconds(5));
            assertThatThrownBy(() -> SweepLock.take(folder(), elsewhere("two"), soon, Duration.ZERO))
                    .isInstanceOf(LockedResults.class);
            Clock later = Clock.offset(NOW, SweepLock.DEAD_AFTER.plusSeconds(5));
            SweepLock.take(folder(), elsewhere("two"), later, Duration.ZERO).close();
        }
    }

    @Test
    void aLockOfAnOlderTrawlIsRead() {
        assertThat(LockOwner.parse("""
                        {"host": "one", "pid": 7, "user": "ada", "started": "then", "token": "token of one"}""")).contains(elsewhere("one"));
        assertThat(LockOwner.parse(LockOwner.current().json()).orElseThrow().space())
                .isEqualTo(Host.processSpace());
    }

    @Test
    void theLockOfADeadProcessOfThisHostIsTakenAtOnce() {
        SweepLock left = take(LockRace.dead());

        try (SweepLock next = take(elsewhere("two"))) {
            assertThatNoException().isThrownBy(next::check);
            assertThatThrownBy(left::check).isInstanceOf(LockedResults.class);
        }
    }

    @Test
    void ofManyThatReachForADeadLockOneHasItAndTheOthersNameThatOne() throws Exception {
        for (int round = 0; round < 150; round++) {
            new LockFile(folder(), SweepLock.FILE).write(LockRace.dead());
            LockRace.run(folder(), 4);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void ofManyThatReachForAFreeDirectoryOneHasItAndTheOthersNameThatOne() throws Exception {
        for (int round = 0; round < 150; round++) {
            LockRace.run(folder(), 4);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void aDeadLockWhoseTakerWasKilledOverItIsTaken() {
        LockFile lock = new LockFile(folder(), SweepLock.FILE);
        lock.write(LockRace.dead());
        lock.claim().write(LockRace.dead());
        lock.claim().claim().write(LockRace.dead());

        try (SweepLock next = take(elsewhere("two"))) {
            assertThatNoException().isThrownBy(next::check);
            assertThat(directory.toFile().list()).containsExactly(SweepLock.FILE);
        }
    }

    /** It found the dead one's lock, and then was slow. */
    @Test
    void aLockThatAnotherTookMeanwhileIsLeftToIt() throws Exception {
        LockFile lock = new LockFile(folder(), SweepLock.FILE);
        lock.write(LockRace.dead());
        lock.claim().create(elsewhere("one"));
        CompletableFuture<SweepLock> slow = CompletableFuture.supplyAsync(() -> take(elsewhere("two")));
        while (!slow.isDone()) {
            lock.write(elsewhere("one"));
            lock.claim().release(elsewhere("one"));
        }

        assertThatThrownBy(slow::get).cause().hasMessageContaining("on one").isInstanceOf(LockedResults.class);
    }

    @Test
    void aLockIsLookedAtOnceMoreBeforeItIsTaken() {
        LockFile lock = new LockFile(folder(), SweepLock.FILE);
        lock.write(LockRace.dead());
        Clock slow = new Clock() {
            @Override
            public Instant instant() {
                lock.write(elsewhere("one"));
                return NOW.instant();
            }

            @Override
            public ZoneId getZone() {
                return NOW.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };

        assertThat(new Takeover(slow, Duration.ZERO).take(lock, elsewhere("two")))
                .isFalse();
        assertThat(lock.owner()).contains(elsewhere("one"));
        assertThat(directory.toFile().list()).containsExactly(SweepLock.FILE);
    }

    @Test
    void aLockWithoutAHeartbeatIsTakenAfterHalfAMinute() {
        SweepLock first = take(elsewhere("one"));
        Clock soon = Clock.offset(NOW, Duration.ofSeconds(20));
        Clock late = Clock.offset(NOW, Duration.ofSeconds(40));

        assertThatThrownBy(() -> SweepLock.take(folder(), elsewhere("two"), soon, Duration.ZERO))
                .isInstanceOf(LockedResults.class);
        try (SweepLock second = SweepLock.take(folder(), elsewhere("two"), late, Duration.ZERO)) {
            assertThatNoException().isThrownBy(second::check);
        }
        assertThatNoException().isThrownBy(first::close);
    }

    @Test
    void aDriverThatTheClusterStartsAnewWaitsForTheLockOfTheFormer() throws Exception {
        LockFile former = new LockFile(folder(), SweepLock.FILE);
        former.write(elsewhere("one")); // and no heartbeat that would write it again
        assertThatThrownBy(() -> SweepLock.take(folder())).isInstanceOf(LockedResults.class);

        Instant almostDead = NOW.instant().minus(SweepLock.DEAD_AFTER).plusSeconds(2);
        Files.setLastModifiedTime(directory.resolve(SweepLock.FILE), FileTime.from(almostDead));
        try (SweepLock next = SweepLock.takeWhenFree(folder(), Duration.ZERO)) {
            assertThatNoException().isThrownBy(next::check);
            assertThat(former.isOf(elsewhere("one"))).isFalse();
        }
    }

    @Test
    void anOwnerThatWakesUpAfterATakeoverWritesNothing() {
        SweepLock first = take(elsewhere("one"));
        try (SweepLock second =
                SweepLock.take(folder(), elsewhere("two"), Clock.offset(NOW, Duration.ofMinutes(1)), Duration.ZERO)) {
            assertThatThrownBy(first::check).hasMessageContaining("on two");
            first.beat();
            first.close();
            assertThat(SweepLock.owner(folder())).contains(elsewhere("two"));
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
        return SweepLock.take(folder(), owner, NOW, Duration.ZERO);
    }

    private ResultFolder folder() {
        return ResultFolder.of(directory.toString(), new Configuration());
    }

    private static void touch(Path file, Instant time) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(time));
        } catch (IOException e) {
            // Its owner writes it anew just now, or the test is over.
        }
    }

    private static LockOwner elsewhere(String host) {
        return new LockOwner(host, "", 7, "ada", "then", "token of " + host);
    }
}
