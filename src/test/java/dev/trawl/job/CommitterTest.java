package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.store.FullDisk;
import dev.trawl.store.ResultStore;
import dev.trawl.store.RowFormat;
import dev.trawl.store.StoredRows;
import dev.trawl.store.SweepLock;
import dev.trawl.store.UnwritableResults;
import dev.trawl.trial.TrialRows;
import dev.trawl.trial.TrialTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without its thread: nothing is committed but what a test asks for. */
class CommitterTest {

    @TempDir
    Path directory;

    private SweepLock lock;
    private Committer committer;

    @BeforeEach
    void open() {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        lock = store.lock();
        committer = committer(store);
    }

    @AfterEach
    void release() {
        lock.close();
    }

    @Test
    void whatIsThereAtTheEndIsCommittedAndNothingLater() throws InterruptedException {
        committer.add(result(1));
        committer.close();
        committer.add(result(2));
        committer.close();

        assertThat(StoredRows.results(directory)).hasSize(2);
        assertThat(StoredRows.all(directory, RowFormat.CURVES)).hasSize(2);
    }

    @Test
    void segmentsHaveNumbersThatFollowAndNoneIsEmpty() throws InterruptedException {
        committer.add(result(1));
        committer.flush();
        committer.flush();
        committer.add(result(2));
        committer.add(result(3));
        committer.close();

        assertThat(StoredRows.files(directory))
                .filteredOn(file -> file.startsWith("trials/"))
                .containsExactly("trials/segment-000005.parquet", "trials/segment-000006.parquet");
        assertThat(StoredRows.results(directory)).hasSize(6);
    }

    @Test
    void aCommitThatFailedIsKnownAtOnceAndNoneFollows() throws InterruptedException {
        Committer full = committer(ResultStore.at("full://" + directory, FullDisk.configuration(1_000)));
        full.add(result(1));

        assertThatThrownBy(full::flush).isInstanceOf(UnwritableResults.class);
        assertThat(full.failure()).containsInstanceOf(UnwritableResults.class);

        FullDisk.configuration(1_000_000); // there is room again
        full.add(result(2));
        full.close();
        assertThat(StoredRows.results(directory)).isEmpty();
    }

    private Committer committer(ResultStore store) {
        return new Committer(store, lock, "hash", 5, Duration.ofSeconds(1), failure -> {});
    }

    /** Of one trial, two rows and two points. */
    private static BinResult result(long seed) {
        TrialRows ended = TrialTask.run(CheapTrials.trial(seed), new CheapTrials(0, 1), CheapRows.HERE);
        return new BinResult(
                new ArrayList<>(ended.rows()),
                new ArrayList<>(ended.curve()),
                1,
                1,
                1,
                new ArrayList<>(),
                new ArrayList<>());
    }
}
