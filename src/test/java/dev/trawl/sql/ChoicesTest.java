package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.trawl.Readme;
import dev.trawl.job.CheapTrials;
import dev.trawl.job.QuietJob;
import dev.trawl.job.SweepOutcome;
import dev.trawl.job.SweepRunner;
import dev.trawl.spark.Sessions;
import dev.trawl.store.AnotherDriver;
import dev.trawl.store.BarePlan;
import dev.trawl.store.LockedResults;
import dev.trawl.store.ResultStore;
import dev.trawl.store.SweepLock;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study of table 3 with trials that cost nothing and need no files. */
class ChoicesTest {

    @TempDir
    Path directory;

    private final SparkSession session = Sessions.beside(TableSession.open());

    @Test
    void theStudyGoesThroughItsStepsAndRunsNothingTwice() throws IOException, SweepFileException {
        List<Long> ran = new ArrayList<>();
        Sweep whole = study(ran);

        assertThat(ran).hasSize(6).doesNotContain(0L);
        assertThat(trialsByStep())
                .containsEntry("search", 3 * 4 * 10 * 5L)
                .containsEntry("dense", 3 * 10L)
                .containsEntry("levels", (2 * 3 * 8 + 2 * (2 * 3 * 6)) * 5L)
                .containsEntry("cpna", 3 * 10L)
                .containsEntry("equivalent-search", (3 * 15 + 2 * (3 * 10)) * 5 * 5L)
                .containsEntry("equivalent", 3 * 10L);
        Tables.make(session, directory.toString());
        assertThat(session.table("real_data").groupBy("network").count().collectAsList())
                .as("each stage of three sets")
                .extracting(row -> row.get(0), row -> row.get(1))
                .containsExactlyInAnyOrder(tuple("dense", 3L), tuple("equivalent", 3L), tuple("cpna", 6L));

        List<Long> again = new ArrayList<>();
        assertThat(study(again).hash()).isEqualTo(whole.hash());
        assertThat(again).hasSize(6).containsOnly(0L);
    }

    @Test
    void aChoiceSeesNothingOfLaterSteps() throws SweepFileException {
        new MadeTrials()
                .row("step", "search", "hidden", "3", "trial_id", "a".repeat(32))
                .row("step", "best", "hidden", "9", "trial_id", "b".repeat(32))
                .point("a".repeat(32), "dense", 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 3, 2, 6L, 3L)
                .point("b".repeat(32), "dense", 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 9, 2, 18L, 9L)
                .write(session, directory);
        Tables.make(session, directory.toString());

        for (String view : List.of("trials", "settled", "cells", "runs")) {
            assertThat(chosen("SELECT count(*) AS seed FROM " + view)).as(view).isEqualTo(1L);
        }
        assertThat(chosen("SELECT count(*) AS seed FROM curves WHERE hidden_units = 3"))
                .isEqualTo(1L);
        assertThat(chosen("SELECT 1 + count(*) AS seed FROM curves WHERE hidden_units = 9"))
                .isEqualTo(1L);
        assertThatThrownBy(() -> chosen("SELECT count(*) AS seed FROM pruning"))
                .isInstanceOf(SqlQuery.Refused.class)
                .hasMessageEndingWith("The table or view `pruning` cannot be found. It is made of all rows by"
                        + " `trawl tables`; the steps of a study cannot ask it.");
    }

    @Test
    void theStudyOfTheReadmeChoosesForEachRepeat() throws IOException, SweepFileException {
        new MadeTrials()
                .row("step", "search", "repeat", 1L, "hidden", "16", "lr", 0.01, "test_loss", 0.1)
                .row("step", "search", "repeat", 1L, "hidden", "16", "lr", 0.01, "test_loss", 0.6)
                .row("step", "search", "repeat", 1L, "hidden", "64", "lr", 0.001, "test_loss", 0.3)
                .row("step", "search", "repeat", 2L, "hidden", "64", "lr", 0.01, "test_loss", 0.3)
                .row("step", "search", "repeat", 2L, "hidden", "64", "lr", 0.001, "test_loss", 0.3)
                .row("step", "search", "repeat", 2L, "hidden", "16", "lr", 0.01, "test_loss", 0.1, "status", "diverged")
                .row("step", "search", "repeat", 2L, "hidden", "16", "lr", 0.01, "test_loss", 0.05)
                .row("step", "search", "repeat", 2L, "hidden", "16", "lr", 0.001, "test_loss", 0.1, "status", "failed")
                .write(session, directory);
        Sweep study = SweepFile.read("README.md", Readme.study(), "small", List.of());
        List<Map<String, Object>> chosen = Choices.of(session, directory.toString(), study);

        assertThat(chosen)
                .containsExactly(
                        Map.of("repeat", 1L, "hidden", "64", "lr", 0.001),
                        Map.of("repeat", 2L, "hidden", "64", "lr", 0.001));
        assertThat(study.choose(chosen).trials()).isEqualTo(2 * 4 * 3 + 2 * 10);
    }

    /** What the rows are of goes on as it was. */
    @Test
    void aStudyThatIsRefusedAsItGrowsLeavesThePlanAsItWas() throws SweepFileException {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        String study = """
                {"name": "study", "defaults": {"data": "xor", "k": 2, "n": 60, "p": 2, "hidden": 3, "epochs": {"dense": 5}},
                 "steps": [{"name": "search", "grids": [{"repeat": "1..2"}]},
                           {"name": "best", "choose": "SELECT 0.5D AS lr, 3L AS repeat", "grids": [{}]}]}""";
        settle(SweepFile.read(study), store);
        String before = store.plan().orElseThrow().sweep();

        for (String choice : List.of("SELECT lr FROM nowhere", "SELECT lr, 3L AS repeat FROM trials WHERE seed = 2")) {
            Sweep larger = SweepFile.read(study.replace("\"repeat\": \"1..2\"", "\"repeat\": [1, 2, 4]")
                    .replace("SELECT 0.5D AS lr, 3L AS repeat", choice));
            assertThatThrownBy(() -> settle(larger, store))
                    .isInstanceOfAny(SqlQuery.Refused.class, SweepFileException.class);
            assertThat(store.plan().orElseThrow().sweep()).as(choice).isEqualTo(before);
        }
    }

    /** A laptop may sleep while Spark starts. */
    @Test
    void aDriverThatLostTheResultsBeforeItsFirstStepWritesNoPlan() throws SweepFileException {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        Sweep study = SweepFile.read("""
                {"name": "study", "defaults": {"data": "xor", "k": 2, "n": 60, "p": 2, "hidden": 3, "epochs": {"dense": 5}},
                 "steps": [{"name": "search", "grids": [{}]},
                           {"name": "best", "choose": "SELECT 0.5D AS lr", "grids": [{}]}]}""");
        Supplier<SparkSession> slow = () -> {
            AnotherDriver.takes(store);
            return session;
        };

        try (SweepLock lock = store.lock()) {
            assertThatThrownBy(() -> SweepRunner.settle(
                            study, store, lock, slow, (start, choice) -> run(start.plan(), store, lock)))
                    .isInstanceOf(LockedResults.class);
        }
        assertThat(store.plan()).isEmpty();
    }

    private void settle(Sweep sweep, ResultStore store) throws SweepFileException {
        try (SweepLock lock = store.lock()) {
            SweepRunner.settle(sweep, store, lock, () -> session, (start, choice) -> run(start.plan(), store, lock));
        }
    }

    private Object chosen(String query) throws SweepFileException {
        Sweep sweep = SweepFile.read("""
                {"name": "study", "defaults": {"data": "xor", "k": 2, "n": 60, "p": 2, "hidden": 3, "epochs": {"dense": 5}},
                 "steps": [{"name": "search", "grids": [{}]}, {"name": "best", "choose": "%s", "grids": [{}]}]}""".formatted(query));
        return Choices.of(session, directory.toString(), sweep).get(0).get("seed");
    }

    private Sweep study(List<Long> ran) throws IOException, SweepFileException {
        Path file = Path.of("conf/table3.json");
        Sweep sweep = SweepFile.read(file.toString(), Files.readString(file), "small", List.of());
        while (true) {
            ran.add(run(Plan.of(sweep)));
            if (sweep.next().isEmpty()) {
                return sweep;
            }
            sweep = sweep.choose(Choices.of(session, directory.toString(), sweep));
        }
    }

    private long run(Plan plan) {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        try (SweepLock lock = store.lock()) {
            store.writePlan(BarePlan.of("0", "hash", plan.sweep().resolved()));
            return run(plan, store, lock).ran();
        }
    }

    private SweepOutcome run(Plan plan, ResultStore store, SweepLock lock) {
        return QuietJob.run(session.sparkContext(), plan, store, lock, "0", CheapTrials.SOUND);
    }

    private TreeMap<String, Long> trialsByStep() {
        Views.register(session, directory.toString());
        TreeMap<String, Long> counts = new TreeMap<>();
        for (Row row : session.sql("SELECT step, count(DISTINCT trial_id) FROM trials GROUP BY step ORDER BY step")
                .collectAsList()) {
            counts.put(row.getString(0), row.getLong(1));
        }
        return counts;
    }
}
