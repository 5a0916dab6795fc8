package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.job.CheapRows;
import dev.trawl.job.CheapTrials;
import java.nio.file.Path;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedTrialsTest {

    @TempDir
    Path directory;

    private ResultStore store;

    @BeforeEach
    void fill() {
        store = ResultStore.at(directory.toString(), new Configuration());
        store.writePlan(StoredPlan.of("0", "hash", "{}"));
        CheapRows.commit(store, new CheapTrials(2, 1), 0, 1, 2, 3, 4);
        CheapRows.commit(store, new CheapTrials(2, 1), 1, 6);
        CheapRows.commit(store, new CheapTrials(2, 1), 2, 5);
    }

    @Test
    void failedTrialsAreForgottenAndNoOthers() {
        try (SweepLock lock = store.lock()) {
            assertThat(store.forgetFailed(lock, Set.of())).isEqualTo(3);

            StoreScan scan = store.open(lock);
            assertThat(scan.trials()).isEqualTo(3);
            assertThat(scan.failed()).isZero();
            assertThat(scan.done(CheapTrials.plan(6)).toString()).isEqualTo("{0, 2, 4}");
        }
    }

    /** A later step was chosen from its other trials. */
    @Test
    void thoseOfAStepThatIsSettledStay() {
        String step = CheapRows.HERE.step();
        try (SweepLock lock = store.lock()) {
            assertThat(store.forgetFailed(lock, Set.of(step))).isZero();
            assertThat(store.forgetFailed(lock, Set.of("another"))).isEqualTo(3);
        }
    }

    @Test
    void theirCurvesAreForgottenToo() {
        try (SweepLock lock = store.lock()) {
            store.forgetFailed(lock, Set.of());
        }

        assertThat(StoredRows.all(directory, RowFormat.CURVES))
                .hasSize(3 * 2)
                .noneMatch(point -> point[0].equals(CheapTrials.trial(2).id()));
        assertThat(StoredRows.files(directory)).doesNotContain("trials/segment-000001.parquet");
    }

    @Test
    void whereNothingFailedNothingIsWritten() {
        try (SweepLock lock = store.lock()) {
            store.forgetFailed(lock, Set.of());

            assertThat(store.forgetFailed(lock, Set.of())).isZero();
        }
    }
}
