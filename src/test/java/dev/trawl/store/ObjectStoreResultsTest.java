package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.CheapRows;
import dev.trawl.job.CheapTrials;
import dev.trawl.trial.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results in an object store, where a rename is a copy. {@link ObjectStore} refuses every rename. */
class ObjectStoreResultsTest {

    @TempDir
    Path disk;

    private ResultStore store;

    @BeforeEach
    void open() {
        Configuration configuration = new Configuration();
        configuration.set("fs.s3a.impl", ObjectStore.class.getName());
        store = ResultStore.at("s3a://bucket" + disk, configuration);
        store.writePlan(BarePlan.of("0", "hash", "{}"));
        CheapRows.commit(store, new CheapTrials(2, 1), 0, 1, 2, 3, 4);
    }

    @Test
    void rowsAppearUnderTheirOwnNames() {
        assertThat(StoredRows.files(disk))
                .containsExactly("curves/segment-000000.parquet", "plan.json", "trials/segment-000000.parquet");
        try (SweepLock lock = store.lock()) {
            assertThat(store.open(lock).trials()).isEqualTo(4);
        }
    }

    @Test
    void failedTrialsAreForgottenInPlace() {
        try (SweepLock lock = store.lock()) {
            assertThat(store.forgetFailed(lock, Set.of())).isEqualTo(2);
            assertThat(store.open(lock).trials()).isEqualTo(2);
        }
    }

    @Test
    void aWriteThatFailsHalfWayLeavesTheFormerFile() throws Exception {
        Segments segments = new Segments(store.folder());
        var path = store.folder().path("trials/segment-000000.parquet");
        byte[] before = Files.readAllBytes(disk.resolve("trials/segment-000000.parquet"));
        Files.writeString(disk.resolve("trials/segment-000001.parquet"), "no Parquet");
        var broken = store.folder().path("trials/segment-000001.parquet");

        assertThatThrownBy(() -> segments.copy(
                        List.of(path, broken),
                        path,
                        RowFormat.TRIALS,
                        Map.of(Segments.FORMAT_KEY, "1"),
                        row -> true,
                        () -> {}))
                .hasMessageContaining("not a Parquet file");

        assertThat(Files.readAllBytes(disk.resolve("trials/segment-000000.parquet")))
                .isEqualTo(before);
    }

    @Test
    void aSegmentReplacesNoOther() throws Exception {
        Path segment = disk.resolve("trials/segment-000000.parquet");
        byte[] before = Files.readAllBytes(segment);
        List<Object[]> rows = StoredRows.all(store.folder(), RowFormat.TRIALS).subList(0, 1);

        assertThatThrownBy(() -> store.commit(0, rows, List.of(), "hash", () -> {}))
                .isInstanceOf(UnwritableResults.class);
        Files.delete(segment);
        assertThatThrownBy(() -> store.commit(0, rows, List.of(), "hash", () -> reappear(segment, before)))
                .as("that came while it was written")
                .isInstanceOf(UnwritableResults.class)
                .hasMessageContaining("somebody else has written it meanwhile");

        assertThat(Files.readAllBytes(segment)).isEqualTo(before);
    }

    private static void reappear(Path segment, byte[] content) {
        try {
            if (Files.exists(segment.resolveSibling("begun"))) {
                Files.write(segment, content);
            } else {
                Files.createFile(segment.resolveSibling("begun")); // the first look is before it is written
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDriverThatLostTheResultsWhileItWroteCommitsNothing() {
        List<Object[]> rows = StoredRows.all(store.folder(), RowFormat.TRIALS).subList(0, 1);

        assertThatThrownBy(() -> store.commit(1, rows, List.of(), "hash", new LostAtLook(2)))
                .isInstanceOf(LockedResults.class);
        assertThat(disk.resolve("trials/segment-000001.parquet")).doesNotExist();
    }

    @Test
    void aDriverThatLostTheResultsForgetsNothing() throws Exception {
        store.commit(7, FailedTrialsTest.rows(7, Status.FAILED), List.of(), "hash", () -> {});
        Path segment = disk.resolve("trials/segment-000007.parquet");
        byte[] before = Files.readAllBytes(segment);

        assertThatThrownBy(() -> new FailedTrials(store.folder()).forget(new LostAtLook(1), Set.of()))
                .isInstanceOf(LockedResults.class);
        assertThat(Files.readAllBytes(segment)).isEqualTo(before);
    }

    /** A writer that fails at its end closes its file: Parquet writes small segments whole in that moment. */
    @Test
    void aFileThatItsWriterClosesDoesNotAppearByThat() throws Exception {
        try (var output = new SyncedOutput(store.folder(), store.folder().path("trials/segment-000001.parquet"))) {
            try (var out = output.create(0)) {
                out.write(new byte[3]);
            }
        }
        assertThat(store.scan().damages()).isEmpty();
        assertThat(disk.resolve("trials/segment-000001.parquet")).doesNotExist();
    }

    @Test
    void compactionIsRefusedForFoldersCannotBeRenamed() {
        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> store.compact(lock))
                    .isInstanceOf(WrongAddress.class)
                    .hasMessageContaining("cannot rename a folder");
        }
        assertThat(StoredRows.results(store.folder())).isNotEmpty();
    }
}
