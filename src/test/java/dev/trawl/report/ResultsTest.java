package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.ForkedJvm;
import dev.trawl.data.DataException;
import dev.trawl.job.SweepOutcome;
import dev.trawl.job.SweepRunner;
import dev.trawl.sql.Table;
import dev.trawl.sql.TableSession;
import dev.trawl.store.ChangedSweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.Failures;
import dev.trawl.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep run, asked and added to by a program. */
class ResultsTest {

    private static final String SWEEP = """
            {"name": "lib", "defaults": {"data": "xor", "k": 2, "p": 2, "n": 60, "test": 50, "hidden": 6, "epochs": {"dense": 5}},
             "grids": [{"seed": "1..3"}]}""";

    @TempDir
    private static Path folder;

    private static String dir;
    private static Results results;

    @BeforeAll
    static void run() throws SweepFileException {
        TableSession.open();
        dir = folder.resolve("out").toString();
        results = Results.run(SweepFile.read(SWEEP), dir);
    }

    @Test
    void theSweepIsThereAndMayGrow() throws SweepFileException {
        assertThat(count("trials")).isEqualTo(3);
        Results grown = Results.run(SweepFile.read(SWEEP.replace("1..3", "1..4")), dir);
        assertThat(grown.sql("SELECT count(*) FROM trials").rows().get(0).getLong(0))
                .isEqualTo(4);
        assertThatThrownBy(() -> Results.run(SweepFile.read(SWEEP.replace("60", "61")), dir))
                .isInstanceOf(ChangedSweep.class)
                .hasMessageContaining("grids[0].n: 60 became 61");
    }

    @Test
    void aStudyIsRunStepByStep() throws SweepFileException {
        String study = SWEEP.replace("\"grids\": [{\"seed\": \"1..3\"}]", """
                "steps": [{"name": "search", "grids": [{"lr": [0.001, 0.1]}]},
                          {"name": "best", "choose": "SELECT lr FROM trials ORDER BY train_loss, lr LIMIT 1",
                           "grids": [{"seed": "11..13"}]}]""");
        String out = folder.resolve("study").toString();

        Results ran = Results.run(SweepFile.read(study), out);

        assertThat(ran.sql("SELECT step, count(*), count(DISTINCT lr) FROM trials GROUP BY step ORDER BY step")
                        .rows())
                .containsExactly(RowFactory.create("best", 3L, 1L), RowFactory.create("search", 2L, 2L));
        assertThat(SweepRunner.run(TableSession.open(), SweepFile.read(study), out)
                        .ran())
                .as("once more")
                .isZero();
    }

    @Test
    void trialsThatDivergeAreCounted() throws SweepFileException {
        assertThat(results.failures().total()).isZero();
        String diverging = SWEEP.replace("\"hidden\": 6", "\"hidden\": 6, \"lr\": 1e20");
        Results ran = Results.run(
                SweepFile.read(diverging), folder.resolve("diverging").toString());
        assertThat(ran.failures().diverged()).isEqualTo(3);
    }

    @Test
    void anInterruptedCallerGetsACancellation() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Results.run(SweepFile.read(SWEEP), dir)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).as("it still learns of it").isTrue();
    }

    @Test
    void aProgramThatIsToldToEndCommitsWhatHasFinished() throws IOException, InterruptedException {
        Path out = folder.resolve("ended");
        Path segment = out.resolve("trials/segment-000000.parquet");
        Process program = ForkedJvm.of(List.of("-Xmx1g"), LongProgram.class.getName(), out.toString())
                .inheritIO()
                .start();
        while (!Files.exists(segment)) {
            assertThat(program.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        program.destroy();

        assertThat(program.waitFor()).isEqualTo(128 + 15);
        assertThat(out.resolve("lock.json")).doesNotExist();
        assertThat(Results.open(out.toString())
                        .sql("SELECT count(*) > 0 FROM trials")
                        .rows())
                .containsExactly(RowFactory.create(true));
    }

    @Test
    void anInterruptIsToldFromTheFaultsThatAreMadeOfIt() {
        var closed = new UncheckedIOException(new ClosedByInterruptException());
        assertThat(Interrupts.isBehind(new IllegalStateException("unreadable", closed)))
                .isTrue();
        assertThat(Interrupts.isBehind(new AssertionError(new InterruptedException())))
                .isTrue();
        assertThat(Interrupts.isBehind(new UncheckedIOException(new SocketTimeoutException())))
                .isFalse();
        assertThat(Interrupts.isBehind(new IllegalStateException())).isFalse();
    }

    @Test
    void tablesOlderThanTheRowsAreNotRead() throws IOException, SweepFileException {
        String grown = folder.resolve("grown").toString();
        String sweep = SWEEP.replace("\"p\": 2, ", "").replace("{\"seed\"", "{\"p\": [%s], \"seed\"");
        Results.run(SweepFile.read(sweep.formatted("3")), grown);
        // As a run that was stopped before it came to the tables: p = 2 takes the first cell's number.
        SweepRunner.run(TableSession.open(), SweepFile.read(sweep.formatted("2, 3")), grown);

        String before = Files.readString(Path.of(grown, "tables", "pruning.csv"));

        Results opened = Results.open(grown);

        assertThat(opened.sql("SELECT p FROM pruning ORDER BY p").rows())
                .containsExactly(RowFactory.create(2), RowFactory.create(3));
        assertThat(opened.sql("SELECT count(*) FROM pruning JOIN cells USING (cell) WHERE pruning.p <> cells.p")
                        .rows()
                        .get(0)
                        .getLong(0))
                .isZero();
        assertThat(Path.of(grown, "tables", "pruning.csv"))
                .as("who reads writes nothing")
                .hasContent(before);
    }

    @Test
    void aSweepWithoutItsDataRunsNothing() {
        String sweep = """
                {"name": "gone", "grids": [{"data": {"csv": "%s", "label": "b", "header": true, "rows": 9, "distinct": 9,
                 "inputs": 1, "classes": 2, "sha256": "0"}, "hidden": 2, "epochs": {"dense": 1}, "seed": "1..40"}]}""".formatted(folder.resolve("gone.csv"));
        String gone = folder.resolve("gone").toString();

        assertThatThrownBy(() -> Results.run(SweepFile.read(sweep), gone))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is no such file");
        assertThat(Path.of(gone)).doesNotExist();
    }

    @Test
    void aSweepWhoseTrialsAllFailAlikeIsNoSuccess() {
        var outcome =
                new SweepOutcome(SweepOutcome.End.FAILED_ALIKE, 20, 20, 40, new Failures(20, 0), "no memory left");

        assertThatThrownBy(() -> Results.requireDone(outcome))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the first trials all failed alike, so the sweep was stopped: no memory left");
    }

    @Test
    void theCallersSessionStaysAsItIs() {
        var callers = TableSession.open();
        callers.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
        callers.range(7).createOrReplaceTempView("trials");
        try {
            Results.open(dir).sql("SELECT 1");

            assertThat(callers.conf().get("spark.sql.session.timeZone")).isEqualTo("Asia/Tokyo");
            assertThat(callers.table("trials").count()).isEqualTo(7);
        } finally {
            callers.conf().set("spark.sql.session.timeZone", "UTC");
            callers.catalog().dropTempView("trials");
        }
    }

    @Test
    void aStoredTrialRunAgainHasTheSameNumbersAndAnotherSeedHasNot() {
        Row stored = results.sql("SELECT trial_id, train_loss, seed FROM trials WHERE seed = 1")
                .rows()
                .get(0);
        Trial trial = results.trial(stored.getString(0));
        results.runExtra(trial);
        Table both = results.runExtra(trial.withSeed(9));

        assertThat(both.rows()).as("those of the last one").hasSize(1);
        assertThat(count("extra")).isEqualTo(2);
        assertThat(results.sql("SELECT train_loss FROM extra ORDER BY seed").rows())
                .first()
                .isEqualTo(RowFactory.create(stored.getDouble(1)));
        assertThat(results.sql("SELECT count(DISTINCT train_loss) FROM extra")
                        .rows()
                        .get(0)
                        .getLong(0))
                .isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Results.open(folder.resolve("none").toString()))
                .hasMessageContaining("none: there are no results of Trawl's here");
        assertThatThrownBy(() -> results.figure("figure9"))
                .hasMessageStartingWith("there is no figure figure9, only [");
        assertThatThrownBy(() -> results.trial("x")).hasMessage("the sweep has no trial x");
        assertThatThrownBy(
                        () -> SweepFile.trial(
                                "{\"data\": \"xor\", \"k\": 2, \"p\": 4, \"n\": 9, \"hidden\": 2, \"seed\": [1, 2], \"epochs\": {\"dense\": 1}}"))
                .hasMessage("trial: expected one value a key, not 2 trials");
    }

    private static long count(String view) {
        return results.sql("SELECT count(*) FROM " + view).rows().get(0).getLong(0);
    }
}
