package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.sql.MadeTrials;
import dev.trawl.sql.TextResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What figures draw and what they leave out; each test has a data set of its own. */
class FigureDataTest {

    private static SparkSession spark;

    @BeforeAll
    static void results(@TempDir Path dir) {
        var trials = new MadeTrials();
        trials.row("k", 4, "p", 40, "n", 3000, "test", 3000, "test_auc", 0.625)
                .row("k", 4, "p", 40, "n", 3000, "test", 3000, "lr", 0.001, "test_auc", 0.625)
                .row("k", 4, "p", 40, "n", 3000, "test", 100, "test_auc", 0.875)
                .row("k", 4, "p", 40, "n", 10_000, "test", 3000, "test_auc", 0.875);
        trials.row("data", "folds", "fold", 1, "test_auc", 1.0, "test_accuracy", 1.0);
        sizes(trials, "one-size", List.of("64x16", "16x64"));
        sizes(trials, "two-sizes", List.of("64x16", "80x16"));
        sizes(trials, "depths", List.of("64x16", "80x16"));
        trials.row("data", "depths", "hidden", "64", "h", 64).row("data", "depths", "hidden", "96", "h", 96);
        lacking(trials, "lacking", 3);
        lacking(trials, "lacking-most", 2);
        onlyRetrained(trials, "only-retrained");
        curves(trials);
        falls(trials, "lone", 1000, 0.01, 0.96, 0.9, 0.78);
        falls(trials, "alike", 1000, 0.01, 0.96, 0.6, 0.5);
        falls(trials, "alike", 3000, 0.01, 0.96, 0.9, 0.7);
        falls(trials, "apart", 1000, 0.01, 0.96, 0.9, 0.5);
        falls(trials, "apart", 3000, 0.001, 0.96, 0.9, 0.7);
        falls(trials, "beside", 1000, 0.01, 0.96, 0.6, 0.5);
        falls(trials, "beside", 3000, 0.01, 0.96, 0.9, 0.7);
        falls(trials, "beside", 3000, 0.001, 0.96, 0.9, 0.7);
        oneWithoutAuc(trials, "one-class");
        measures(trials, "measures");
        bands(trials, "bands");
        rates(trials, "rates");
        trials.row("data", "batches", "n", 1000, "batch", 0).row("data", "batches", "n", 3000, "batch", 100);
        falls(trials, "uneven", 1000, 0.01, 0.96, 0.9, 0.5);
        trials.row("data", "uneven", "n", 1000, "lr", 0.01, "p", 10, "seed", 2L);
        trials.row("data", "uneven-widths", "repeat", 1L, "seed", 1L)
                .row("data", "uneven-widths", "repeat", 1L, "seed", 2L)
                .row("data", "uneven-widths", "repeat", 2L, "seed", 1L)
                .row("data", "uneven-widths", "repeat", 1L, "h", 16, "hidden", "16");
        trials.row("data", "penalties", "n", 1000, "l2", 1e-4, "l2_input", 1e-4, "mu", 20.0)
                .row("data", "penalties", "n", 3000, "l2", 1e-3, "l2_input", null, "mu", 10.0)
                .row("data", "penalties", "n", 5000, "l2", 1e-3, "l2_input", 3e-5, "mu", 10.0);
        for (String stage : List.of("cpna_hidden", "cpna_all")) {
            trials.row("trial_id", "fails", "data", "fails", "stage", stage, "status", "failed", "message", "no");
        }
        for (int fold : new int[] {0, 1, 2}) {
            trials.row("data", "searched", "fold", fold).row("data", "search-alone", "fold", fold + 1);
        }
        spark = MadeResults.session(trials, dir);
    }

    @Test
    void runsOfCrossValidationAreDrawnWhereTheirDataHasNoOthers() {
        assertThat(spark.sql("SELECT data, setting.fold FROM named JOIN cells USING (cell)"
                                + " WHERE data LIKE 'search%' ORDER BY cell")
                        .collectAsList())
                .extracting(row -> row.getString(0), row -> row.getInt(1))
                .containsExactlyInAnyOrder(
                        tuple("searched", 0),
                        tuple("search-alone", 1),
                        tuple("search-alone", 2),
                        tuple("search-alone", 3));
    }

    @Test
    void thePapersCellsAreThoseOfItsTrainingAndTestRowsAndTheBestOfSoManyIsSaidToBe() {
        assertThat(ask("compared_xor"))
                .extracting(
                        row -> row.getAs("ours"),
                        row -> row.getAs("runs"),
                        row -> row.getAs("network"),
                        row -> row.getAs("of cells"),
                        row -> row.getAs("of runs"))
                .containsExactly(tuple(0.625, 1L, "H\u00a0=\u00a08, test=3000 lr=0.001", 2L, 2L));
    }

    @Test
    void theBestOfTheHeadIsOfTestRowsNotOfAFold() {
        Row summary = ask("summary").get(0);

        assertThat(summary.<Double>getAs("best_test_accuracy")).isEqualTo(0.5);
        assertThat(summary.<Double>getAs("best_test_auc")).isLessThan(1);
    }

    @Test
    void theHeadCountsTrialsAndRowsAndAddsUpWhatTheyTook() {
        Row summary = ask("summary").get(0);

        assertThat(summary.<Long>getAs("failed")).isEqualTo(4);
        assertThat(summary.<Long>getAs("failed_trials")).isEqualTo(3);
        double each = 0.5; // of seconds and flops, in every row
        assertThat(summary.<Double>getAs("core_hours") * 3600)
                .isEqualTo(each * summary.<Long>getAs("stages"), within(1e-9));
        assertThat(summary.<Double>getAs("flops")).isEqualTo(each * summary.<Long>getAs("stages"), within(1e-9));
    }

    @Test
    void ofCpaAndCpnaFromTheSameEpochOneIsDrawn() {
        assertThat(traced("both"))
                .containsExactly(tuple("dense", 5), tuple("cpna_hidden", 10), tuple("cpna_hidden", 15));
        assertThat(traced("cpa")).containsExactly(tuple("dense", 5), tuple("cpa_hidden", 10), tuple("cpa_hidden", 15));
    }

    @Test
    void aTrialThatBrokeOffIsDrawnWhereThereIsNoOtherAndAsFarAsItsStagesEndedWell() {
        assertThat(traced("broken")).containsExactly(tuple("dense", 6), tuple("cpna_hidden", 11));
        assertThat(traced("all-broken")).containsExactly(tuple("dense", 5));
    }

    @Test
    void theCurvesOfAHundredCellsAreHeldAtMost() {
        assertThat(spark.sql("SELECT DISTINCT cell FROM traced").count()).isEqualTo(100);
        assertThat(traced("both")).as("the first ones").isNotEmpty();
    }

    @Test
    void networksOfOneSizeAreNoCurveOverSizes() {
        for (String figure : List.of("hidden_nodes", "pruning")) {
            assertThat(ask("figures/" + figure))
                    .as(figure)
                    .filteredOn(row -> row.<String>getAs("panel").contains("size"))
                    .isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(row.<String>getAs("panel")).contains("two-sizes");
                        assertThat(row.<String>getAs("hidden")).isIn("64x16", "80x16");
                    });
        }
    }

    @Test
    void denseNetworksAreDrawnBesideACurveOfPrunedOnes() {
        assertThat(ask("figures/pruning")).isNotEmpty().noneMatch(row -> row.<String>getAs("panel")
                .startsWith("only-retrained"));
    }

    @Test
    void aBoundOfACrossingThatIsNotKnownStaysSo() {
        assertThat(ask("figures/phase_transition"))
                .filteredOn(row -> row.<String>getAs("panel").startsWith("lone") && row.getAs("crossing") != null)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.<Double>getAs("crossing_low")).isBetween(20.0, 30.0);
                    assertThat(row.<Double>getAs("crossing_high")).isNull();
                });
        assertThat(TextResource.read("/report/figures/phase_transition.vl.json"))
                .as("no bar then, and the diamond says why")
                .contains("isValid(datum.crossing_low) && isValid(datum.crossing_high)", "'not known'");
    }

    @Test
    void curvesThatDifferInMoreThanTheirRowsSaySo() {
        assertThat(ask("figures/phase_transition"))
                .extracting(row -> row.<String>getAs("panel").split(",")[0], row -> row.getAs("series"))
                .contains(
                        tuple("alike", "n\u00a0=\u00a01000"),
                        tuple("alike", "n\u00a0=\u00a03000"),
                        tuple("apart", "n\u00a0=\u00a01000, lr=0.01"),
                        tuple("apart", "n\u00a0=\u00a03000, lr=0.001"));
    }

    @Test
    void overInputsThereIsAChartForEachStageAndACurveForAllThatDiffers() {
        assertThat(drawnOverInputs("rates"))
                .containsExactly(
                        tuple("rates, n\u00a0=\u00a01000, H\u00a0=\u00a08, dense", "lr=0.001"),
                        tuple("rates, n\u00a0=\u00a01000, H\u00a0=\u00a08, dense", "lr=0.01"),
                        tuple("rates, n\u00a0=\u00a01000, H\u00a0=\u00a08, cpna_all", "lr=0.001"),
                        tuple("rates, n\u00a0=\u00a01000, H\u00a0=\u00a08, cpna_all", "lr=0.01"),
                        tuple("rates, H\u00a0=\u00a016, lr=0.01, dense", "n\u00a0=\u00a01000"),
                        tuple("rates, H\u00a0=\u00a016, lr=0.01, cpna_all", "n\u00a0=\u00a01000"));
        assertThat(drawnOverInputs("beside"))
                .containsExactly(
                        tuple("beside, H\u00a0=\u00a08, dense", "n\u00a0=\u00a01000, lr=0.01"),
                        tuple("beside, H\u00a0=\u00a08, dense", "n\u00a0=\u00a03000, lr=0.001"),
                        tuple("beside, H\u00a0=\u00a08, dense", "n\u00a0=\u00a03000, lr=0.01"));
    }

    @Test
    void eachCurveOverInputsHasOneCrossingAndTheChartsOfADataSetOneRange() {
        var rows = ask("figures/phase_transition").stream()
                .filter(row -> row.<String>getAs("panel").startsWith("rates"))
                .toList();

        assertThat(rows)
                .filteredOn(row -> row.getAs("crossing") != null)
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.<Integer>getAs("p")).isEqualTo(10));
        assertThat(rows)
                .extracting(row -> row.getAs("p_from"), row -> row.getAs("p_to"))
                .containsOnly(tuple(10, 40));
    }

    @Test
    void aRankThatSomeRepeatsLackIsNotDrawn() {
        for (String figure : List.of("sorted_minima", "sorted_minima_auc")) {
            assertThat(ask("figures/" + figure))
                    .filteredOn(row -> row.<String>getAs("panel").startsWith("lacking,"))
                    .extracting(row -> row.<Integer>getAs("rank"))
                    .isNotEmpty()
                    .containsOnly(1, 2, 3);
        }
    }

    @Test
    void aCurveOverRanksHasThreeThatAllRepeatsHave() {
        for (String figure : List.of("sorted_minima", "sorted_minima_auc")) {
            assertThat(ask("figures/" + figure)).as(figure).noneMatch(row -> row.<String>getAs("panel")
                    .startsWith("lacking-most"));
        }
    }

    @Test
    void networksOfAnotherDepthAreAnotherCurve() {
        assertThat(ask("figures/hidden_nodes"))
                .filteredOn(row -> row.<String>getAs("panel").startsWith("depths")
                        && row.getAs("measure").equals("test"))
                .extracting(row -> row.getAs("series"), row -> row.getAs("hidden"))
                .containsExactly(
                        tuple("p\u00a0=\u00a05", "64"),
                        tuple("p\u00a0=\u00a05", "96"),
                        tuple("p\u00a0=\u00a05, 2\u00a0hidden layers", "64x16"),
                        tuple("p\u00a0=\u00a05, 2\u00a0hidden layers", "80x16"));
    }

    @Test
    void aRunWithoutAucAmongOthersIsNotDrawnAsAccuracy() {
        assertThat(ask("figures/sorted_runs"))
                .filteredOn(row -> row.<String>getAs("panel").startsWith("one-class"))
                .extracting(row -> row.getAs("score"), row -> row.getAs("metric"))
                .hasSize(4)
                .containsOnly(tuple(0.75, "AUC"));
    }

    @Test
    void trainAndTestAreDrawnAsWhatTheyAre() {
        for (String figure : List.of("hidden_nodes", "sorted_minima_auc")) {
            assertThat(ask("figures/" + figure))
                    .as(figure)
                    .filteredOn(row -> row.<String>getAs("panel").startsWith("measures"))
                    .extracting(row -> row.getAs("measure"), row -> row.getAs("score"))
                    .containsOnly(tuple("train", 0.75), tuple("test", 0.25));
        }
        assertThat(ask("figures/curves_loss"))
                .extracting(row -> row.getAs("series"), row -> row.getAs("score"))
                .containsOnly(tuple("train", 0.1), tuple("test", 0.2));
        assertThat(ask("figures/curves_auc"))
                .filteredOn(row -> row.getAs("metric").equals("AUC"))
                .extracting(row -> row.getAs("series"), row -> row.getAs("score"))
                .containsOnly(tuple("train", 0.9), tuple("test", 0.8));
    }

    @Test
    void oneRunIsNoCurve() {
        assertThat(ask("figures/sorted_runs"))
                .extracting(row -> row.<String>getAs("panel"))
                .isNotEmpty()
                .noneMatch(panel -> panel.contains("size"));
    }

    @Test
    void theBandOfPrunedNetworksIsAStandardDeviationEitherWay() {
        double std = 0.2 * Math.sqrt(2);

        assertThat(ask("figures/pruning"))
                .filteredOn(row -> row.<String>getAs("panel").startsWith("bands"))
                .hasSize(4)
                .allSatisfy(row -> {
                    assertThat(row.<String>getAs("std")).isEqualTo(String.format(Locale.ROOT, "%.3f", std));
                    assertThat(row.<Double>getAs("low")).isEqualTo(0.7 - std, within(1e-12));
                    assertThat(row.<Double>getAs("high")).isEqualTo(0.7 + std, within(1e-12));
                });
    }

    @Test
    void curvesComeInTheOrderOfTheirWidths() {
        assertThat(ask("figures/sorted_minima").stream()
                        .filter(row -> row.<String>getAs("panel").startsWith("measures"))
                        .map(row -> row.<String>getAs("series"))
                        .distinct())
                .containsExactly("H\u00a0=\u00a08", "H\u00a0=\u00a016");
    }

    @Test
    void cellsOfAnotherNumberOfRowsAreToldApartByWhatElseDiffers() {
        assertThat(spark.sql("SELECT apart FROM named JOIN cells USING (cell) WHERE data = 'batches' ORDER BY n")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("batch=full", "batch=100");
    }

    @Test
    void whatTellsThemApartIsWrittenAsInTheNamesOfCells() {
        assertThat(spark.sql("SELECT apart FROM named JOIN cells USING (cell) WHERE data = 'penalties' ORDER BY n")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("l2=0.0001 mu=20", "l2=0.001 mu=10", "l2=0.001 l2_input=0.00003 mu=10");
    }

    @Test
    void initsThatDifferFromRepeatToRepeatAreSaidToDiffer() {
        assertThat(ask("figures/phase_transition"))
                .filteredOn(row -> row.<String>getAs("panel").startsWith("uneven,"))
                .extracting(row -> row.getAs("p"), row -> row.getAs("inits"))
                .containsExactly(tuple(10, "1 to 2"), tuple(20, "1"), tuple(30, "1"));
        assertThat(ask("figures/hidden_nodes"))
                .filteredOn(row -> row.<String>getAs("panel").startsWith("uneven-widths"))
                .extracting(row -> row.getAs("h"), row -> row.getAs("inits"))
                .contains(tuple(8, "1 to 2"), tuple(16, "1"));
    }

    @Test
    void theTrialDrawnIsTheFirstByRepeatAndThenBySeed() {
        assertThat(traced("order")).containsExactly(tuple("dense", 7));
    }

    @Test
    void aLongCurveIsThinnedAndKeepsItsEnds() {
        assertThat(traced("long")).hasSize(1001 / 3 + 2).contains(tuple("dense", 1), tuple("dense", 1001));
    }

    /** Two networks of two sizes, dense and pruned, 0.2 either way of 0.7. */
    private static void bands(MadeTrials trials, String data) {
        for (int h : new int[] {8, 16}) {
            for (String stage : List.of("dense", "cpna_all")) {
                trials.row("data", data, "stage", stage, "h", h, "hidden", "" + h, "seed", 1L, "test_auc", 0.5)
                        .row("data", data, "stage", stage, "h", h, "hidden", "" + h, "seed", 2L, "test_auc", 0.9);
            }
        }
    }

    /** Three inits of two sizes. */
    private static void measures(MadeTrials trials, String data) {
        for (int h : new int[] {8, 16}) {
            for (long seed = 1; seed <= 3; seed++) {
                trials.row("data", data, "h", h, "hidden", "" + h, "seed", seed, "train_auc", 0.75, "test_auc", 0.25);
            }
        }
    }

    /** Three trials of a dense and a pruned network; the first one's test part has one class. */
    private static void oneWithoutAuc(MadeTrials trials, String data) {
        for (long seed = 1; seed <= 3; seed++) {
            Double auc = seed == 1 ? null : 0.75;
            for (String stage : List.of("dense", "cpna_all")) {
                trials.row("data", data, "stage", stage, "seed", seed, "test_auc", auc);
            }
        }
    }

    /** Six inits on one data set, fewer on the other. */
    private static void lacking(MadeTrials trials, String data, int fewer) {
        for (long seed = 1; seed <= 6; seed++) {
            trials.row("data", data, "repeat", 1L, "seed", seed);
            if (seed <= fewer) {
                trials.row("data", data, "repeat", 2L, "seed", seed);
            }
        }
    }

    /** Dense and retrained networks of two sizes; one of them alone has a pruned row. */
    private static void onlyRetrained(MadeTrials trials, String data) {
        for (int h : new int[] {8, 16}) {
            for (String stage : List.of("dense", "retrained_random")) {
                trials.row("data", data, "stage", stage, "h", h, "hidden", "" + h);
            }
        }
        trials.row("data", data, "stage", "cpna_all");
    }

    /** A dense and a pruned network of each. */
    private static void sizes(MadeTrials trials, String data, List<String> networks) {
        for (String hidden : networks) {
            int h = hidden.startsWith("80") ? 96 : 80;
            for (String stage : List.of("dense", "cpna_all")) {
                trials.row("data", data, "stage", stage, "hidden", hidden, "h", h);
            }
        }
    }

    /** Means over p = 10, 20, 30: two data sets 0.02 either way. */
    private static void falls(MadeTrials trials, String data, int n, double lr, double... means) {
        for (int i = 0; i < means.length; i++) {
            int p = 10 * (i + 1);
            trials.row("data", data, "n", n, "lr", lr, "p", p, "repeat", 1L, "test_auc", means[i] - 0.02);
            trials.row("data", data, "n", n, "lr", lr, "p", p, "repeat", 2L, "test_auc", means[i] + 0.02);
        }
    }

    /** Two rates at one width and one at another, which stops short of the last p; dense and pruned. */
    private static void rates(MadeTrials trials, String data) {
        for (String stage : List.of("dense", "cpna_all")) {
            for (int p = 10; p <= 40; p += 10) {
                double auc = p == 10 ? 0.96 : 0.6;
                trials.row("data", data, "stage", stage, "n", 1000, "lr", 0.01, "p", p, "test_auc", auc)
                        .row("data", data, "stage", stage, "n", 1000, "lr", 0.001, "p", p, "test_auc", auc);
                if (p < 40) {
                    trials.row(
                            "data",
                            data,
                            "stage",
                            stage,
                            "n",
                            1000,
                            "lr",
                            0.01,
                            "p",
                            p,
                            "test_auc",
                            auc,
                            "hidden",
                            "16",
                            "h",
                            16);
                }
            }
        }
    }

    private static void curves(MadeTrials trials) {
        curve(trials, "both", 1, "ok", "dense", "cpa_hidden", "cpna_hidden");
        curve(trials, "cpa", 1, "ok", "dense", "cpa_hidden");
        curve(trials, "broken", 1, "diverged", "dense", "cpna_hidden");
        trials.row("trial_id", "broken2", "data", "broken", "seed", 2L);
        trials.row("trial_id", "broken2", "data", "broken", "seed", 2L, "stage", "cpna_hidden");
        point(trials, "broken2", "dense", 6);
        point(trials, "broken2", "cpna_hidden", 11);
        curve(trials, "all-broken", 1, "diverged", "dense", "cpna_hidden");
        trials.row("trial_id", "order1", "data", "order", "repeat", 2L, "seed", 1L);
        trials.row("trial_id", "order2", "data", "order", "repeat", 1L, "seed", 2L);
        point(trials, "order1", "dense", 6);
        point(trials, "order2", "dense", 7);
        trials.row("trial_id", "long1", "data", "long");
        for (int epoch = 1; epoch <= 1001; epoch++) {
            point(trials, "long1", "dense", epoch);
        }
        for (int p = 1; p <= 100; p++) {
            trials.row("trial_id", "zz" + p, "data", "zz", "p", p);
            point(trials, "zz" + p, "dense", 5);
        }
    }

    /** A trial that ends as {@code status} in its last stage; dense has a point at epoch 5, all others at 10 and 15. */
    private static void curve(MadeTrials trials, String data, long seed, String status, String... stages) {
        for (int i = 0; i < stages.length; i++) {
            String end = i == stages.length - 1 ? status : "ok";
            trials.row("trial_id", data + seed, "data", data, "seed", seed, "stage", stages[i], "status", end);
            point(trials, data + seed, stages[i], stages[i].equals("dense") ? 5 : 10);
            if (i > 0) {
                point(trials, data + seed, stages[i], 15);
            }
        }
    }

    private static void point(MadeTrials trials, String trial, String stage, int epoch) {
        trials.point(trial, stage, epoch, 0.1, 0.2, 0.9, 0.8, 0.9, 0.8, 8, 5, 40L, 8L);
    }

    private static List<Tuple> traced(String data) {
        return spark
                .sql("SELECT traced.stage, epoch FROM traced JOIN cells USING (cell) WHERE data = '" + data
                        + "' ORDER BY epoch, 1")
                .collectAsList()
                .stream()
                .map(row -> tuple(row.getString(0), row.getInt(1)))
                .toList();
    }

    /** Title and name of every curve. */
    private static List<Tuple> drawnOverInputs(String data) {
        return ask("figures/phase_transition").stream()
                .filter(row -> row.<String>getAs("panel").startsWith(data + ","))
                .map(row -> tuple(row.getAs("panel"), row.getAs("series")))
                .distinct()
                .toList();
    }

    private static List<Row> ask(String query) {
        return Question.ask(spark, query, 10_000).rows();
    }
}
