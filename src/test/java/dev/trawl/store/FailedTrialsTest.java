package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.CheapRows;
import dev.trawl.job.CheapTrials;
import dev.trawl.trial.Status;
import dev.trawl.trial.TrialColumns;
import dev.trawl.trial.TrialTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        store.writePlan(BarePlan.of("0", "hash", "{}"));
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
            assertThat(scan.failures().total()).isZero();
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
    void aTrialThatWasKilledRunsAgainAndADivergenceStays() {
        store.commit(3, rows(7, Status.KILLED), List.of(), "hash", () -> {});
        store.commit(4, rows(8, Status.DIVERGED), List.of(), "hash", () -> {});

        try (SweepLock lock = store.lock()) {
            assertThat(store.forgetFailed(lock, Set.of())).isEqualTo(3 + 1);
        }
        assertThat(store.scan().ids().contains(CheapTrials.trial(7).id())).isFalse();
        assertThat(store.scan().ids().contains(CheapTrials.trial(8).id())).isTrue();
    }

    @Test
    void failedTrialsOfAFileThatSaysNothingOfStepsAreForgottenToo() {
        String id = CheapTrials.trial(9).id();
        new Segments(store.folder())
                .write(
                        store.folder().path("trials/segment-000003.parquet"),
                        RowFormat.TRIALS.only("trial_id", "status"),
                        List.<Object[]>of(new Object[] {id, "failed"}),
                        Map.of(Segments.FORMAT_KEY, "1"),
                        () -> {});

        try (SweepLock lock = store.lock()) {
            assertThat(store.forgetFailed(lock, Set.of("search"))).isEqualTo(3 + 1);
        }
        assertThat(store.scan().ids().contains(id)).isFalse();
    }

    /** A curve that stayed would come twice. */
    @Test
    void curvesAreForgottenBeforeTheirTrials() {
        assertThatThrownBy(() -> new FailedTrials(store.folder()).forget(new LostAtLook(2), Set.of()))
                .isInstanceOf(LockedResults.class);

        assertThat(store.scan().failures().total()).isEqualTo(3);
        assertThat(StoredRows.all(directory, RowFormat.CURVES))
                .noneMatch(point -> point[0].equals(CheapTrials.trial(2).id()));
    }

    @Test
    void aDriverThatLostTheResultsForgetsNothing() {
        List<String> files = StoredRows.files(directory);

        assertThatThrownBy(() -> new FailedTrials(store.folder()).forget(new LostAtLook(1), Set.of()))
                .isInstanceOf(LockedResults.class);

        assertThat(StoredRows.files(directory)).containsAll(files);
        assertThat(StoredRows.all(directory, RowFormat.CURVES)).hasSize(3 * 2 + 3);
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

    static List<Object[]> rows(long seed, Status status) {
        List<Object[]> rows = TrialTask.run(CheapTrials.trial(seed), CheapTrials.SOUND, CheapRows.HERE)
                .rows();
        rows.forEach(row -> row[TrialColumns.index("status")] = status.key());
        return rows;
    }
}
