package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.CheapRows;
import dev.trawl.trial.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

    @TempDir
    Path directory;

    private ResultStore store;
    private TreeMap<String, String> rows;
    private List<String> curve;

    @BeforeEach
    void fill() {
        store = ResultStore.at(directory.toString(), new Configuration());
        store.writePlan(BarePlan.of("0", "hash", "{}"));
        for (int number = 0; number < 10; number++) {
            CheapRows.commit(store, number, 3L * number + 1, 3L * number + 2, 3L * number + 3);
        }
        rows = StoredRows.results(directory);
        curve = points();
    }

    @Test
    void segmentsBecomeFewAndRowsStayTheSame() {
        try (SweepLock lock = store.lock()) {
            assertThat(store.compact(lock)).isEqualTo(1);
        }

        assertThat(StoredRows.files(directory))
                .containsExactly("curves/segment-000000.parquet", "plan.json", "trials/segment-000000.parquet");
        assertUnchanged();
    }

    @Test
    void hiddenFilesOfSomebodysOwnStay() throws IOException {
        hide(directory.resolve("trials"), directory.resolve("curves"));

        try (SweepLock lock = store.lock()) {
            store.compact(lock);
        }

        assertThat(StoredRows.files(directory))
                .containsExactly(
                        "curves/_aside/notes",
                        "curves/segment-000000.parquet",
                        "plan.json",
                        "trials/.mine",
                        "trials/_SUCCESS",
                        "trials/segment-000000.parquet");
        assertUnchanged();
    }

    @Test
    void hiddenFilesOutliveAKillBeforeTheyWereTakenAlong() throws IOException {
        killAfterCommit();
        Path trials = directory.resolve("trials");
        Path compacted = directory.resolve(".compacted");
        hide(compacted.resolve("old-trials"), compacted.resolve("old-curves"));
        // All merged files are in their places, and one of the hidden ones; somebody has made one anew.
        Files.move(compacted.resolve("trials"), trials);
        Files.move(compacted.resolve("old-trials/.mine"), trials.resolve(".mine"));
        Files.writeString(trials.resolve("_SUCCESS"), "newer");

        try (SweepLock lock = store.lock()) {
            store.open(lock);
        }

        assertThat(StoredRows.files(directory))
                .contains("curves/_aside/notes", "trials/.mine", "trials/_SUCCESS")
                .hasSize(6);
        assertThat(trials.resolve("_SUCCESS")).hasContent("newer");
        assertUnchanged();
    }

    private static void hide(Path trials, Path curves) throws IOException {
        Files.writeString(trials.resolve(".mine"), "mine");
        Files.writeString(trials.resolve("_SUCCESS"), "");
        Files.createDirectories(curves.resolve("_aside"));
        Files.writeString(curves.resolve("_aside/notes"), "notes");
    }

    /** It would write the rows anew without them. */
    @Test
    void columnsOfANewerTrawlAreNotLost() {
        var fields = new ArrayList<>(RowFormat.TRIALS.fields());
        fields.add(new RowFormat.Field("warmth", Column.Type.DOUBLE));
        new Segments(store.folder())
                .write(
                        store.folder().path("trials/segment-000077.parquet"),
                        new RowFormat("trials", fields),
                        List.of(),
                        Map.of(Segments.FORMAT_KEY, "1"),
                        () -> {});
        List<String> before = StoredRows.files(directory);

        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> store.compact(lock))
                    .isInstanceOf(DamagedResults.class)
                    .hasMessageContaining("segment-000077.parquet: has columns of a newer Trawl (warmth)");
            store.open(lock);
        }
        assertThat(StoredRows.files(directory)).isEqualTo(before);
    }

    @Test
    void whatWasMadeOfTheRowsIsStillMadeOfThem() {
        store.rows().writeTo("report");
        assertThat(store.rows().isOf("report")).isTrue();

        try (SweepLock lock = store.lock()) {
            store.compact(lock);
        }

        assertThat(store.rows().isOf("report")).isTrue();
        assertThat(store.rows().isOf("tables")).isFalse();
        CheapRows.commit(store, 77, 77);
        assertThat(store.rows().isOf("report")).isFalse();
    }

    @Test
    void mergedSegmentsHoldAsManyRowsAsAllowed() {
        try (SweepLock lock = store.lock()) {
            new Compaction(store.folder(), 3 * 6).run(lock); // three of the ten
        }

        assertThat(StoredRows.files(directory))
                .filteredOn(file -> file.startsWith("trials"))
                .hasSize(4);
        assertUnchanged();
    }

    @Test
    void aDriverThatLostTheResultsWhileItMergedMovesNothing() {
        try (SweepLock lock = store.lock()) {
            new LockFile(store.folder(), SweepLock.FILE).write(LockRace.dead());
            assertThatThrownBy(() -> store.compact(lock)).isInstanceOf(LockedResults.class);
        }

        assertThat(new Segments(store.folder()).list(RowFormat.TRIALS)).hasSize(10);
        assertUnchanged();
    }

    @Test
    void aMergedSegmentNamesTheSweepOfItsLastRows() throws IOException {
        store.commit(10, CheapRows.commit(store, 11, 77), List.of(), "later", () -> {});
        Files.delete(directory.resolve("trials/segment-000011.parquet"));

        try (SweepLock lock = store.lock()) {
            store.open(lock);
            store.compact(lock);
        }

        assertThat(new Segments(store.folder()).metadata(store.folder().path("trials/segment-000000.parquet")))
                .containsEntry(Segments.SWEEP_KEY, "later");
    }

    @Test
    void aCompactionThatLacksRoomLeavesNoneOfItTaken() {
        ResultStore full = ResultStore.at("full://" + directory, FullDisk.configuration(2_000));

        try (SweepLock lock = full.lock()) {
            assertThatThrownBy(() -> full.compact(lock)).isInstanceOf(UnwritableResults.class);
        }
        assertThat(directory.resolve(".compacting")).doesNotExist();
        assertUnchanged();
    }

    @Test
    void aCompactionKilledBeforeItsCommitLeavesNoTrace() throws IOException {
        Files.createDirectories(directory.resolve(".compacting/trials"));
        Files.write(directory.resolve(".compacting/trials/segment-000000.parquet"), new byte[5]);

        try (SweepLock lock = store.lock()) {
            assertThat(store.open(lock).trials()).isEqualTo(30);
            store.compact(lock);
        }
        assertUnchanged();
        assertThat(directory.resolve(".compacting")).doesNotExist();
    }

    @Test
    void aCompactionKilledAfterItsCommitIsFinished() throws IOException {
        killAfterCommit();
        assertThat(store.scan().damages()).extracting(Damage::file).containsExactly(".compacted");
        assertThat(store.hasRows()).isTrue();
        assertThatThrownBy(store::requireFinished).isInstanceOf(DamagedResults.class);

        try (SweepLock lock = store.lock()) {
            store.requireFinished();
            assertThat(store.open(lock).trials()).isEqualTo(30);
        }

        assertUnchanged();
        assertThat(directory.resolve(".compacted")).doesNotExist();
    }

    /** It was stopped right behind its last look at the lock, and another driver finished its compaction meanwhile. */
    @Test
    void rowsThatAnOvertakenCompactionMovedAreMovedBack() throws IOException {
        try (SweepLock lock = store.lock()) {
            store.compact(lock);
        }
        Files.createDirectories(directory.resolve(".compacted"));
        Files.move(directory.resolve("trials"), directory.resolve(".compacted/old-trials"));

        try (SweepLock lock = store.lock()) {
            assertThat(store.open(lock).trials()).isEqualTo(30);
        }

        assertUnchanged();
        assertThat(directory.resolve(".compacted")).doesNotExist();
    }

    @Test
    void rowsThatAnOvertakenCompactionMovedAreNotDeletedWhereOthersCameMeanwhile() throws IOException {
        Files.createDirectories(directory.resolve(".compacted"));
        Files.move(directory.resolve("trials"), directory.resolve(".compacted/old-trials"));
        CheapRows.commit(store, 10, 77);

        assertRefusedAndKept(".compacted/old-trials: a compaction that another driver overtook has moved 30 trials");
    }

    @Test
    void rowsThatAnOvertakenCompactionMovedAreNotDeletedWhereAsManyOthersCameMeanwhile() throws IOException {
        Files.createDirectories(directory.resolve(".compacted"));
        Files.move(directory.resolve("trials"), directory.resolve(".compacted/old-trials"));
        CheapRows.commit(store, 10, LongStream.rangeClosed(2, 31).toArray());

        assertRefusedAndKept(
                ".compacted/old-trials: a compaction that another driver overtook has moved 1 trials here");
    }

    @Test
    void curvesThatAnOvertakenCompactionMovedAreNotDeletedWhereOthersCameMeanwhile() throws IOException {
        Files.createDirectories(directory.resolve(".compacted"));
        Files.move(directory.resolve("curves"), directory.resolve(".compacted/old-curves"));
        CheapRows.commit(store, 10, LongStream.rangeClosed(41, 80).toArray());

        assertRefusedAndKept(".compacted/old-curves: a compaction that another driver overtook has moved 30 trials");
    }

    /** What it was merged from is whole, perhaps. */
    @Test
    void rowsThatWereMergedAreNotDeletedWhereWhatCameOfThemCannotBeRead() throws IOException {
        killAfterCommit();
        ParquetPages.changeLastBit(directory.resolve(".compacted/trials/segment-000000.parquet"), "trial_id");
        Files.move(directory.resolve(".compacted/trials"), directory.resolve("trials"));

        assertRefusedAndKept("trials/segment-000000.parquet: unreadable: could not verify page integrity");
    }

    private void assertRefusedAndKept(String reason) {
        List<String> before = StoredRows.files(directory);
        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> store.open(lock))
                    .isInstanceOf(DamagedResults.class)
                    .hasMessageContaining(reason);
        }
        assertThat(StoredRows.files(directory)).isEqualTo(before);
    }

    @Test
    void aDriverThatLostTheResultsFinishesNoCompaction() throws IOException {
        killAfterCommit();

        try (SweepLock lock = store.lock()) {
            new LockFile(store.folder(), SweepLock.FILE).write(LockRace.dead());
            List<String> before = StoredRows.files(directory);
            assertThatThrownBy(() -> Compaction.finish(store.folder(), lock)).isInstanceOf(LockedResults.class);
            assertThat(StoredRows.files(directory)).isEqualTo(before);
        }
    }

    @Test
    void quarantineFinishesAKilledCompactionAndMovesNothing() throws IOException {
        killAfterCommit();

        try (SweepLock lock = store.lock()) {
            assertThat(store.quarantine(lock)).isEmpty();
        }

        assertUnchanged();
        assertThat(directory.resolve(".compacted")).doesNotExist();
        assertThat(directory.resolve("quarantine")).doesNotExist();
    }

    @Test
    void aCompactionUnderWayIsNoDamage() throws IOException {
        killAfterCommit();

        try (SweepLock lock = store.lock()) {
            lock.check();
            assertThat(store.scan().damages()).isEmpty();
        }
    }

    @Test
    void aReaderWhoseFilesACompactionTakesAwayReadsTheMergedOnes() {
        Configuration configuration = Meanwhile.configuration(() -> {
            try (SweepLock lock = store.lock()) {
                store.compact(lock);
            }
        });
        StoreScan scan =
                ResultStore.at("meanwhile://" + directory, configuration).scan();

        assertThat(scan.damages()).isEmpty();
        assertThat(scan.trials()).isEqualTo(30);
        assertThat(StoredRows.files(directory)).contains("trials/segment-000000.parquet");
        assertThat(StoredRows.files(directory)).doesNotContain("trials/segment-000001.parquet");
    }

    private void killAfterCommit() throws IOException {
        Path copy = directory.resolveSibling(directory.getFileName() + "-merged");
        copyOf(copy);
        ResultStore merged = ResultStore.at(copy.toString(), new Configuration());
        try (SweepLock lock = merged.lock()) {
            merged.compact(lock);
        }
        // Curves are in their place; the trials were moved out, and the merged ones not yet in.
        Path compacted = directory.resolve(".compacted");
        Files.createDirectories(compacted);
        Files.move(directory.resolve("curves"), compacted.resolve("old-curves"));
        Files.move(copy.resolve("curves"), directory.resolve("curves"));
        Files.move(directory.resolve("trials"), compacted.resolve("old-trials"));
        Files.move(copy.resolve("trials"), compacted.resolve("trials"));
    }

    private void assertUnchanged() {
        assertThat(StoredRows.results(directory)).isEqualTo(rows);
        assertThat(points()).isEqualTo(curve);
    }

    private List<String> points() {
        return StoredRows.all(directory, RowFormat.CURVES).stream()
                .map(java.util.Arrays::toString)
                .sorted()
                .toList();
    }

    private void copyOf(Path copy) throws IOException {
        for (String file : StoredRows.files(directory)) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(directory.resolve(file), copy.resolve(file));
        }
    }
}
