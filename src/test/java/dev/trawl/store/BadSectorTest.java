package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.CheapRows;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that cannot read a place of a file, which Hadoop calls an error of the JVM's. */
class BadSectorTest {

    private static final int IN_THE_FOOTER = -20;

    @TempDir
    Path directory;

    @BeforeEach
    void fill() {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        store.writePlan(BarePlan.of("0", "hash", "{}"));
        CheapRows.commit(store, 0, 1, 2);
        CheapRows.commit(store, 1, 3);
    }

    @ParameterizedTest
    @CsvSource({"trials, 10", "trials, -1", "trials, -20", "curves, 10", "curves, -20"})
    void aSegmentThatADiskCannotReadIsNamedAndMovedAside(String format, long place) {
        String segment = format + "/segment-000001.parquet";
        ResultStore store = withBad(segment, place);

        assertThat(store.scan().damages())
                .extracting(Damage::toString)
                .containsExactly(segment + ": unreadable: Input/output error");
        try (SweepLock lock = store.lock()) {
            assertThat(store.quarantine(lock)).contains("quarantine/" + segment.replace('/', '-'));
        }
        assertThat(store.scan().damages()).isEmpty();
        assertThat(store.scan().trials()).isEqualTo(2);
    }

    @Test
    void aPlanThatADiskCannotReadIsNamed() {
        ResultStore store = withBad("plan.json", 0);

        assertThatThrownBy(store::plan)
                .isInstanceOf(UnreadableResults.class)
                .hasMessageEndingWith("plan.json: Input/output error");
    }

    @Test
    void aCompactionThatCannotReadASegmentEndsAndMovesNothing() {
        ResultStore store = withBad("trials/segment-000001.parquet", IN_THE_FOOTER);

        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> store.compact(lock))
                    .isInstanceOf(UnreadableResults.class)
                    .hasMessageEndingWith(": Input/output error");
        }
        assertThat(StoredRows.files(directory))
                .containsExactly(
                        "curves/segment-000000.parquet",
                        "curves/segment-000001.parquet",
                        "plan.json",
                        "trials/segment-000000.parquet",
                        "trials/segment-000001.parquet");
    }

    @Test
    void aFileThatCannotBeReadHasNoFingerprint() {
        ResultFolder folder =
                withBad("trials/segment-000001.parquet", IN_THE_FOOTER).folder();

        assertThatThrownBy(() -> Fingerprint.of(folder, folder.path("trials/segment-000001.parquet")))
                .isInstanceOf(UnreadableResults.class)
                .hasMessageEndingWith(": Input/output error");
    }

    private ResultStore withBad(String file, long place) {
        return ResultStore.at("sector://" + directory, BadSector.configuration(file, place));
    }
}
