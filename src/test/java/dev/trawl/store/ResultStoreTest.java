package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.CheapRows;
import dev.trawl.job.CheapTrials;
import dev.trawl.trial.TrialRows;
import dev.trawl.trial.TrialTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {

    @TempDir
    Path directory;

    private ResultStore store;

    @BeforeEach
    void open() {
        store = ResultStore.at(directory.toString(), new Configuration());
        store.writePlan(BarePlan.of("0", "hash", "{\"name\": \"test\"}"));
    }

    @Test
    void whatWasWrittenIsRead() {
        List<Object[]> rows = commit(0, 1, 2, 3);

        assertThat(StoredRows.all(directory, RowFormat.TRIALS))
                .usingElementComparator((a, b) -> Arrays.equals(a, b) ? 0 : 1)
                .containsExactlyElementsOf(rows);
    }

    @Test
    void thePlanIsReadAsItWasWritten() {
        StoredPlan plan = store.plan().orElseThrow();

        assertThat(plan.hash()).isEqualTo("hash");
        assertThat(plan.sweep()).contains("\"name\" : \"test\"");
    }

    @Test
    void aScanFindsTheTrialsAndTheNextNumber() {
        commit(0, 1, 2, 3);
        commit(4, 4, 5);

        StoreScan scan = store.scan();

        assertThat(scan.damages()).isEmpty();
        assertThat(scan.trials()).isEqualTo(5);
        assertThat(scan.rows()).isEqualTo(10);
        assertThat(scan.nextSegment()).isEqualTo(5);
        assertThat(scan.ids().contains(CheapTrials.trial(5).id())).isTrue();
        assertThat(scan.ids().contains(CheapTrials.trial(6).id())).isFalse();
    }

    @Test
    void anEmptyDirectoryIsSound() throws IOException {
        Files.delete(directory.resolve("plan.json"));

        assertThat(store.scan().damages()).isEmpty();
        assertThat(store.plan()).isEmpty();
    }

    @Test
    void everyKindOfDamageIsNamed() throws IOException {
        commit(0, 1, 2, 3);
        commit(1, 4, 5, 6);
        commit(2, 7, 8);
        Path trials = directory.resolve("trials");
        byte[] whole = Files.readAllBytes(trials.resolve("segment-000000.parquet"));
        Files.write(trials.resolve("segment-000001.parquet"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(trials.resolve("segment-000003.parquet"), new byte[0]);
        Files.writeString(trials.resolve("segment-000004.parquet"), "no Parquet");
        Files.writeString(trials.resolve("notes.txt"), "mine");
        Files.write(trials.resolve("segment-000005.parquet"), whole);

        assertThat(store.scan().damages())
                .extracting(Damage::toString)
                .containsExactlyInAnyOrder(
                        "trials/segment-000001.parquet: truncated",
                        "trials/segment-000003.parquet: empty",
                        "trials/segment-000004.parquet: not a Parquet file",
                        "trials/notes.txt: not a file of Trawl's",
                        "trials/segment-000005.parquet: holds 3 trials that are there already");
        assertThatThrownBy(() -> store.scan().requireSound(store.directory())).isInstanceOf(DamagedResults.class);
    }

    /** Of rows that a disk or a copy changed, sums would be wrong in silence. */
    @Test
    void aChangedBitOfAnyColumnIsDamage() throws IOException {
        commit(0, 1, 2, 3);
        for (RowFormat format : List.of(RowFormat.TRIALS, RowFormat.CURVES)) {
            String name = format.folder() + "/segment-000000.parquet";
            Path segment = directory.resolve(name);
            byte[] whole = Files.readAllBytes(segment);
            Set<String> columns = ParquetPages.ends(segment).keySet();
            assertThat(columns).hasSize(format.fields().size());
            for (String column : columns) {
                ParquetPages.changeLastBit(segment, column);
                assertThat(store.scan().damages())
                        .as(column)
                        .singleElement()
                        .asString()
                        .isEqualTo(name
                                + ": unreadable: could not verify page integrity, CRC checksum verification failed");
                Files.write(segment, whole);
            }
        }
        assertThat(store.scan().damages()).isEmpty();
    }

    @Test
    void anotherProgramsParquetFileIsDamage() {
        ResultFolder folder = store.folder();
        new Segments(folder)
                .write(
                        folder.path("trials/segment-000000.parquet"),
                        RowFormat.CURVES,
                        List.of(),
                        Map.of("made.by", "another"),
                        () -> {});

        assertThat(store.scan().damages())
                .singleElement()
                .asString()
                .isEqualTo("trials/segment-000000.parquet: a Parquet file, but not of Trawl's");
    }

    @Test
    void resultsOfANewerFormatAreRefused() {
        commit(0, 1);
        store.writePlan(new StoredPlan(ResultStore.FORMAT + 1, "9", "hash", "{}", List.of()));
        writeSegmentOfANewerFormat();

        assertThatThrownBy(store::plan)
                .isInstanceOf(DamagedResults.class)
                .hasMessageContaining("plan.json: of format 2, written by a newer Trawl");
        assertThat(store.scan().damages())
                .extracting(Damage::toString)
                .containsExactly(
                        "plan.json: of format 2, written by a newer Trawl, which is to be used for these results; this one"
                                + " knows formats up to 1",
                        "trials/segment-000001.parquet: of format 2, written by a newer Trawl, which is to be used for these"
                                + " results; this one knows formats up to 1");
    }

    @Test
    void aMissingPlanIsDamageWhereThereAreTrials() throws IOException {
        commit(0, 1);
        Files.delete(directory.resolve("plan.json"));

        assertThat(store.scan().damages()).containsExactly(new Damage("plan.json", "missing, though there are trials"));
    }

    @Test
    void quarantineSetsADamagedSegmentAsideWithItsCurves() throws IOException {
        commit(0, 1);
        commit(1, 2);
        Files.write(directory.resolve("trials/segment-000001.parquet"), new byte[7]);

        try (SweepLock lock = store.lock()) {
            List<String> moved = store.quarantine(lock);

            assertThat(moved)
                    .containsExactly(
                            "quarantine/trials-segment-000001.parquet", "quarantine/curves-segment-000001.parquet");
        }
        assertThat(store.scan().damages()).isEmpty();
        assertThat(store.scan().trials()).isEqualTo(1);
    }

    @Test
    void whatIsInQuarantineAlreadyStaysThere() throws IOException {
        Path plan = directory.resolve("plan.json");
        try (SweepLock lock = store.lock()) {
            for (String text : List.of("{1", "{2", "{3")) {
                Files.writeString(plan, text);
                store.quarantine(lock);
            }
        }

        assertThat(directory.resolve("quarantine/plan.json")).hasContent("{1");
        assertThat(directory.resolve("quarantine/1-plan.json")).hasContent("{2");
        assertThat(directory.resolve("quarantine/2-plan.json")).hasContent("{3");
    }

    @Test
    void quarantineSetsAPlanAsideThatIsNoJson() throws IOException {
        commit(0, 1);
        Files.writeString(directory.resolve("plan.json"), "{");

        try (SweepLock lock = store.lock()) {
            assertThat(store.quarantine(lock)).containsExactly("quarantine/plan.json");
        }
        assertThat(store.plan()).isEmpty();
    }

    @Test
    void quarantineRefusesRowsOfANewerTrawl() {
        commit(0, 1);
        writeSegmentOfANewerFormat();
        List<String> before = StoredRows.files(directory);

        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> store.quarantine(lock))
                    .isInstanceOf(DamagedResults.class)
                    .hasMessageContaining("segment-000001.parquet: of format 2");
        }
        assertThat(StoredRows.files(directory)).isEqualTo(before);
    }

    /** It would replace the other driver's rows. */
    @Test
    void aSegmentDoesNotTakeThePlaceOfAnother() {
        List<Object[]> first = commit(0, 1);

        assertThatThrownBy(() -> commit(0, 2))
                .isInstanceOf(UnwritableResults.class)
                .hasMessageEndingWith("segment-000000.parquet: somebody else has written it meanwhile");

        assertThat(StoredRows.all(directory, RowFormat.TRIALS)).hasSameSizeAs(first);
        assertThat(StoredRows.files(directory)).noneMatch(file -> file.contains("/."));
    }

    /** A slow disk: another driver took over while rows were written. */
    @Test
    void aDriverThatLostTheResultsWhileItWroteLetsNothingAppear() {
        assertThatThrownBy(() -> store.commit(0, rows(1), List.of(), "hash", new LostAtLook(2)))
                .isInstanceOf(LockedResults.class);
        assertThat(store.scan().rows()).isZero();
    }

    /** Trials whose curve is not there would not run again. */
    @Test
    void aCurveIsCommittedBeforeItsTrials() {
        TrialRows ended = TrialTask.run(CheapTrials.trial(1), new CheapTrials(0, 2), CheapRows.HERE);

        assertThatThrownBy(() -> store.commit(0, ended.rows(), ended.curve(), "hash", new LostAtLook(3)))
                .isInstanceOf(LockedResults.class);
        assertThat(StoredRows.all(directory, RowFormat.CURVES)).hasSize(4);
        assertThat(store.scan().rows()).isZero();
    }

    @Test
    void aFolderOfSomebodyElsesIsRefusedAndStays() throws IOException {
        Files.delete(directory.resolve("plan.json"));
        Files.createDirectories(directory.resolve("report"));
        Files.writeString(directory.resolve("report/index.html"), "mine");

        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> store.open(lock))
                    .isInstanceOf(WrongAddress.class)
                    .hasMessageContaining("has a folder \"report\" already");
        }
        assertThat(directory.resolve("report/index.html")).hasContent("mine");
    }

    @Test
    void aReportIsCurrentWhileItIsThereAndNoRowsWereAdded() throws IOException {
        commit(0, 1);
        assertThat(store.hasCurrentReport()).isFalse();
        store.writeReport("<p>", store.rows());
        assertThat(store.hasCurrentReport()).isTrue();

        Files.delete(directory.resolve("report/index.html"));
        assertThat(store.hasCurrentReport()).isFalse();

        store.writeReport("<p>", store.rows());
        commit(1, 2);
        assertThat(store.hasCurrentReport()).isFalse();
    }

    @Test
    void whatWasMadeOfOtherRowsInASegmentOfTheSameNameIsOld() throws IOException {
        commit(0, 1, 2);
        store.rows().writeTo("report");
        Files.delete(directory.resolve("trials/segment-000000.parquet"));
        Files.delete(directory.resolve("curves/segment-000000.parquet"));
        commit(0, 3, 4, 5);

        assertThat(store.rows().isOf("report")).isFalse();
    }

    @Test
    void namesHaveTheSameDigitsInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
        try {
            assertThat(Segments.name(17)).isEqualTo("segment-000017.parquet");
        } finally {
            Locale.setDefault(before);
        }
    }

    private void abandoned(String file) throws IOException {
        Path path = Files.write(directory.resolve(file), new byte[3]);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    @Test
    void leftoversOfAKilledDriverAreCleared() throws IOException {
        commit(0, 1);
        commit(1, 2);
        Files.delete(directory.resolve("trials/segment-000001.parquet"));
        Files.write(directory.resolve("trials/.segment-000002.parquet.writing"), new byte[3]);
        Files.createDirectories(directory.resolve("tables"));
        abandoned("tables/.pruning.csv.1234.writing");
        abandoned(".lock.json.1234.writing");
        Files.write(directory.resolve("tables/.pruning.csv.5678.writing"), new byte[3]); // by somebody else, now
        Files.write(directory.resolve("tables/.mine"), new byte[3]);
        Files.createDirectories(directory.resolve("trials/_aside"));
        Files.write(directory.resolve("trials/_aside/notes"), new byte[3]);
        Files.createDirectories(directory.resolve(".compacting/trials"));
        Files.write(directory.resolve(".compacting/trials/segment-000000.parquet"), new byte[3]);

        assertThat(store.scan().damages()).isEmpty();
        try (SweepLock lock = store.lock()) {
            store.open(lock);
        }

        assertThat(StoredRows.files(directory))
                .containsExactly(
                        "curves/segment-000000.parquet",
                        "plan.json",
                        "tables/.mine",
                        "tables/.pruning.csv.5678.writing",
                        "trials/_aside/notes",
                        "trials/segment-000000.parquet");
    }

    /** A laptop slept over the scan: what is there is another driver's by now. */
    @Test
    void aDriverThatLostTheResultsWhileItReadThemDeletesAndMovesNothing() throws IOException {
        commit(0, 1);
        commit(1, 2);
        Files.delete(directory.resolve("trials/segment-000001.parquet"));
        Files.write(directory.resolve("trials/.segment-000002.parquet.writing"), new byte[3]);
        Files.createDirectories(directory.resolve("attempts/job"));
        Files.write(directory.resolve("attempts/job/0-0"), new byte[0]);
        List<String> before = StoredRows.files(directory);

        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> whoseLockIsTakenAsItReads().open(lock)).isInstanceOf(LockedResults.class);
        }
        Files.delete(directory.resolve(SweepLock.FILE));
        assertThat(StoredRows.files(directory)).isEqualTo(before);

        Files.write(directory.resolve("trials/segment-000002.parquet"), new byte[7]);
        before = StoredRows.files(directory);
        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> whoseLockIsTakenAsItReads().quarantine(lock))
                    .isInstanceOf(LockedResults.class);
        }
        Files.delete(directory.resolve(SweepLock.FILE));
        assertThat(StoredRows.files(directory)).isEqualTo(before);
    }

    private ResultStore whoseLockIsTakenAsItReads() {
        return ResultStore.at("meanwhile://" + directory, Meanwhile.configuration(() -> AnotherDriver.takes(store)));
    }

    @Test
    void theLockIsLookedAtBeforeEachLeftoverIsDeletedAndEachFileMoved() throws IOException {
        List<String> drafts =
                List.of("trials/.segment-000002.parquet.writing", "trials/.segment-000003.parquet.writing");
        Files.createDirectories(directory.resolve("trials"));
        for (String draft : drafts) {
            Files.write(directory.resolve(draft), new byte[3]);
        }
        Leftovers leftovers = new Leftovers(store.folder(), new LostAtLook(2));
        assertThatThrownBy(() -> leftovers.clear(List.of())).isInstanceOf(LockedResults.class);
        assertThat(StoredRows.files(directory)).containsExactly("plan.json", drafts.get(1));

        Quarantine quarantine = new Quarantine(store.folder(), new LostAtLook(2));
        List<Damage> damages = List.of(new Damage("plan.json", ""), new Damage(drafts.get(1), ""));
        assertThatThrownBy(() -> quarantine.take(damages)).isInstanceOf(LockedResults.class);
        assertThat(StoredRows.files(directory)).containsExactly("quarantine/plan.json", drafts.get(1));
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Files.writeString(directory.resolve("file"), "in the way");
        ResultStore inTheWay = ResultStore.at(directory.resolve("file/results").toString(), new Configuration());

        assertThatThrownBy(inTheWay::lock)
                .isInstanceOf(WrongAddress.class)
                .hasMessage(directory.resolve("file") + " is a file, and results need a directory");
    }

    private List<Object[]> commit(long number, long... seeds) {
        return CheapRows.commit(store, number, seeds);
    }

    /** Segment 1. */
    private void writeSegmentOfANewerFormat() {
        ResultFolder folder = store.folder();
        new Segments(folder)
                .write(
                        folder.path("trials/segment-000001.parquet"),
                        RowFormat.TRIALS,
                        rows(2),
                        Map.of(Segments.FORMAT_KEY, "2"),
                        () -> {});
    }

    private static List<Object[]> rows(long seed) {
        return TrialTask.run(CheapTrials.trial(seed), CheapTrials.SOUND, CheapRows.HERE)
                .rows();
    }
}
