package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.SweepOutcome.End;
import dev.trawl.spark.SessionOn;
import dev.trawl.store.BarePlan;
import dev.trawl.store.FullDisk;
import dev.trawl.store.ResultStore;
import dev.trawl.store.RowFormat;
import dev.trawl.store.StoredRows;
import dev.trawl.store.SweepLock;
import dev.trawl.store.UnwritableResults;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.SweepFile;
import dev.trawl.trial.Failures;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.TrialColumns;
import dev.trawl.trial.TrialMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SweepJobTest {

    /** Seconds, of which they take one: a trial that waits to be cancelled would wait for ever. */
    private static final int TASKS_END = 300;

    @TempDir
    Path directory;

    private SparkSession session = SessionOn.master("local[2]");

    @AfterEach
    void stop() {
        session.stop();
    }

    @Test
    void everyTrialGetsItsRowsOnce() {
        SweepOutcome outcome = run(directory, 300, CheapTrials.SOUND);

        assertThat(outcome).isEqualTo(new SweepOutcome(End.DONE, 300, 300, 300, Failures.NONE, ""));
        assertThat(StoredRows.results(directory)).hasSize(600);
        assertThat(StoredRows.all(directory, RowFormat.TRIALS))
                .extracting(row -> row[TrialColumns.index("attempt")])
                .containsOnly(0);
    }

    @Test
    void nothingButTheResultsIsLeftBehind() {
        run(directory, 10, CheapTrials.SOUND);

        assertThat(StoredRows.files(directory))
                .contains("plan.json")
                .allMatch(file -> file.equals("plan.json") || file.matches("trials/segment-00000\\d.parquet"));
    }

    @Test
    void coresAndBinsDoNotChangeARow() {
        Plan plan = CheapTrials.plan(60);
        TrialMethod method = new KernelMethod("ejml");
        run(directory.resolve("two"), plan, method);
        session.stop();
        session = SessionOn.master("local[1]");
        run(directory.resolve("one"), plan, method);

        assertThat(StoredRows.results(directory.resolve("one")))
                .hasSize(120)
                .isEqualTo(StoredRows.results(directory.resolve("two")));
    }

    @Test
    void aFinishedSweepRunsNothingAgain() {
        run(directory, 50, CheapTrials.SOUND);
        List<String> files = StoredRows.files(directory);

        SweepOutcome again = run(directory, 50, CheapTrials.SOUND);

        assertThat(again.ran()).isZero();
        assertThat(again.done()).isEqualTo(50);
        assertThat(StoredRows.files(directory)).isEqualTo(files);
    }

    @Test
    void aLargerPlanRunsTheNewTrialsOnly() {
        run(directory, 50, CheapTrials.SOUND);

        assertThat(run(directory, 80, CheapTrials.SOUND).ran()).isEqualTo(30);
        assertThat(StoredRows.results(directory)).hasSize(160);
    }

    @Test
    @Timeout(TASKS_END)
    void aStoppedSweepGoesOnWhereItEnded() {
        Plan plan = CheapTrials.plan(3000);
        SweepOutcome stopped = run(directory, plan, new StopsAtSeed(700, false));

        assertThat(stopped.end()).isEqualTo(End.STOPPED);
        assertThat(StoredRows.results(directory).size()).isBetween(1, 5999);

        SweepOutcome resumed = run(directory, 3000, CheapTrials.SOUND);

        assertThat(resumed.end()).isEqualTo(End.DONE);
        run(directory.resolve("straight"), 3000, CheapTrials.SOUND);
        assertThat(StoredRows.results(directory)).isEqualTo(StoredRows.results(directory.resolve("straight")));
    }

    @Test
    @Timeout(TASKS_END)
    void anInterruptedThreadLeavesNoTasksBehindAndWhatFinishedIsThere() throws InterruptedException {
        SweepOutcome interrupted = run(directory, CheapTrials.plan(3000), new StopsAtSeed(700, true));

        assertThat(Thread.interrupted()).as("the caller still learns of it").isTrue();
        assertThat(interrupted.end()).isEqualTo(End.STOPPED);
        assertThat(StoredRows.results(directory).size()).isBetween(1, 5999);
        while (session.sparkContext().statusTracker().getActiveJobIds().length > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(run(directory, 3000, CheapTrials.SOUND).done()).isEqualTo(3000);
    }

    @Test
    void aTrialThatFailsIsARow() {
        SweepOutcome outcome = run(directory, 100, new CheapTrials(3, 0));

        assertThat(outcome.end()).isEqualTo(End.DONE);
        assertThat(outcome.failures().total()).isEqualTo(33);
        assertThat(statuses(directory)).isEqualTo(Map.of("ok", 2L * 67, "failed", 33L));
    }

    @Test
    void aThousandFailuresLoseNoOtherRow() {
        SweepOutcome outcome = run(directory, 3000, new CheapTrials(3, 0));

        assertThat(outcome.failures().total()).isEqualTo(1000);
        assertThat(statuses(directory)).isEqualTo(Map.of("ok", 2L * 2000, "failed", 1000L));
    }

    @Test
    void failedTrialsRunAgainWhenAsked() {
        run(directory, 100, new CheapTrials(3, 0));
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        try (SweepLock lock = store.lock()) {
            store.forgetFailed(lock, Set.of());
        }

        assertThat(run(directory, 100, CheapTrials.SOUND).ran()).isEqualTo(33);
        assertThat(statuses(directory)).isEqualTo(Map.of("ok", 200L));
    }

    @Test
    void aTaskThatIsTriedAgainDeliversOnce() {
        FailsOnce.FAILED.clear();

        SweepOutcome outcome = run(directory, CheapTrials.plan(300), new FailsOnce());

        assertThat(FailsOnce.FAILED).hasSize(30);
        assertThat(outcome.failures().total()).isZero();
        run(directory.resolve("straight"), 300, CheapTrials.SOUND);
        assertThat(StoredRows.results(directory)).isEqualTo(StoredRows.results(directory.resolve("straight")));
    }

    @Test
    void aFullDiskEndsTheSweepAndLeavesWhatIsThere() {
        run(directory, 300, CheapTrials.SOUND);
        ResultStore full = ResultStore.at("full://" + directory, FullDisk.configuration(5_000));

        assertThatThrownBy(() -> run(full, CheapTrials.plan(3000), CheapTrials.SOUND))
                .isInstanceOf(UnwritableResults.class)
                .hasMessageStartingWith("cannot write full:")
                .hasMessageContaining(directory + "/trials/")
                .hasMessageEndingWith(": No space left on device");

        assertThat(StoredRows.results(directory)).hasSize(600);
        assertThat(StoredRows.files(directory)).noneMatch(file -> file.contains("/."));
        assertThat(directory.resolve(SweepLock.FILE)).doesNotExist();
        assertThat(run(directory, 600, CheapTrials.SOUND).ran()).isEqualTo(300);
    }

    /** A terminal that takes no more lines: Ctrl-S, or a laptop asleep at the other end. */
    @Test
    void rowsAreCommittedWhileProgressCannotBeTold() {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        CountDownLatch committed = new CountDownLatch(1);
        AtomicBoolean seen = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            while (store.scan().rows() == 0) {
                LockSupport.parkNanos(20_000_000);
            }
            committed.countDown();
        });
        reader.setDaemon(true);
        reader.start();

        run(
                store,
                CheapTrials.plan(3000),
                new SlowTrials(2, directory.resolve("runs").toString(), 0, CheapTrials.SOUND),
                progress -> {
                    try {
                        seen.set(committed.await(1, TimeUnit.MINUTES));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });

        assertThat(seen).isTrue();
    }

    @Test
    void aSweepWhoseFirstTrialsFailAlikeStops() {
        SweepOutcome outcome = run(directory, 2000, new CheapTrials(1, 0));

        assertThat(outcome.end()).isEqualTo(End.FAILED_ALIKE);
        assertThat(outcome.message()).startsWith("java.lang.IllegalStateException: seed ");
        assertThat(outcome.ran()).isBetween(20L, 1999L);
        assertThat(statuses(directory)).containsOnlyKeys("failed");
    }

    @Test
    void aMachineThatLacksDataFailsNoTrial() throws Exception {
        Path data = Files.write(
                directory.resolve("made.csv"), List.of("a,b", "1,x", "2,y", "3,x", "4,y", "5,x", "6,y", "7,x", "8,y"));
        Plan plan = Plan.of(SweepFile.read("""
                {"name": "made", "grids": [{"data": {"csv": "%s", "label": "b"}, "hidden": 2, "epochs": {"dense": 1},
                 "seed": "1..200"}]}""".formatted(data)));
        TrialMethod method = new KernelMethod("ejml");
        Path results = directory.resolve("results");
        Path elsewhere = Files.move(data, directory.resolve("elsewhere.csv"));

        assertThatThrownBy(() -> run(results, plan, method))
                .isInstanceOf(UnreadableData.class)
                .hasMessageContaining(" lacks data: " + data + ": there is no such file");
        assertThat(StoredRows.results(results)).isEmpty();

        Files.move(elsewhere, data);
        assertThat(run(results, plan, method)).isEqualTo(new SweepOutcome(End.DONE, 200, 200, 200, Failures.NONE, ""));
    }

    @Test
    void curvesLandBesideTheirTrials() {
        run(directory, 20, new CheapTrials(0, 5));

        assertThat(StoredRows.all(directory, RowFormat.CURVES)).hasSize(20 * 2 * 5);
    }

    private static Map<Object, Long> statuses(Path directory) {
        int status = TrialColumns.index("status");
        return StoredRows.all(directory, RowFormat.TRIALS).stream()
                .map(row -> row[status])
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private SweepOutcome run(Path directory, long trials, CheapTrials method) {
        return run(directory, CheapTrials.plan(trials), method);
    }

    private SweepOutcome run(Path directory, Plan plan, TrialMethod method) {
        return run(ResultStore.at(directory.toString(), new Configuration()), plan, method);
    }

    private SweepOutcome run(ResultStore store, Plan plan, TrialMethod method) {
        return run(store, plan, method, progress -> {});
    }

    private SweepOutcome run(ResultStore store, Plan plan, TrialMethod method, ProgressListener listener) {
        try (SweepLock lock = store.lock()) {
            store.writePlan(BarePlan.of("0", "hash", "{}"));
            SweepOptions options = SweepOptions.of("0", method).withFlushEvery(Duration.ofMillis(200));
            SweepJob job = new SweepJob(
                    session.sparkContext(), StartingPoint.of(plan, store.open(lock)), store, lock, options, listener);
            StopsAtSeed.JOB.set(job);
            StopsAtSeed.WAITING.set(Thread.currentThread());
            return job.run();
        }
    }
}
