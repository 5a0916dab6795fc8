package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.store.MadeOf;
import dev.trawl.store.ResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    private static final Offset<Double> ROUNDING = within(1e-12);

    static final List<String> NAMES = Tables.NAMES;

    private static SparkSession spark;

    @TempDir
    Path dir;

    @BeforeAll
    static void session() {
        spark = TableSession.open();
    }

    @Test
    void minimaAreRankedInsideARepeatAndAveragedByRank() {
        var trials = new MadeTrials()
                .row("repeat", 1L, "seed", 1L, "train_loss", 0.4, "train_auc", 0.7, "test_auc", 0.6)
                .row("repeat", 1L, "seed", 2L, "train_loss", 0.1, "train_auc", 1.0, "test_auc", 0.9)
                .row("repeat", 2L, "seed", 1L, "train_loss", 0.3, "train_auc", 0.8, "test_auc", 0.7)
                .row("repeat", 2L, "seed", 2L, "train_loss", 0.5, "train_auc", 0.6, "test_auc", 0.5);

        var rows = answer(trials, "sorted_minima");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).<Integer>getAs("rank")).isEqualTo(1);
        assertThat(rows.get(0).<Long>getAs("repeats")).isEqualTo(2);
        assertThat(real(rows.get(0), "train_loss")).isEqualTo(0.2, ROUNDING);
        assertThat(real(rows.get(0), "train_loss_std")).isEqualTo(Math.sqrt(0.02), ROUNDING);
        assertThat(real(rows.get(0), "train_loss_min")).isEqualTo(0.1);
        assertThat(real(rows.get(0), "train_loss_max")).isEqualTo(0.3);
        assertThat(real(rows.get(0), "train_auc")).isEqualTo(0.9, ROUNDING);
        assertThat(real(rows.get(0), "test_auc")).isEqualTo(0.8, ROUNDING);
        assertThat(real(rows.get(1), "train_loss")).isEqualTo(0.45, ROUNDING);
        assertThat(real(rows.get(1), "test_auc")).isEqualTo(0.55, ROUNDING);
    }

    @Test
    void equalLossesAreRankedBySeed() {
        var trials = new MadeTrials()
                .row("seed", 9L, "train_loss", 0.2, "test_auc", 0.9)
                .row("seed", 10L, "train_loss", 0.2, "test_auc", 0.6)
                .row("seed", 2L, "train_loss", 0.2, "test_auc", 0.7);

        var rows = answer(trials, "sorted_minima");

        assertThat(rows).extracting(row -> real(row, "test_auc")).containsExactly(0.7, 0.9, 0.6);
    }

    @Test
    void failedRowsAndNotANumbersSpoilNothing() {
        var trials = new MadeTrials()
                .row("seed", 1L, "train_loss", 0.2, "test_auc", 0.8)
                .row("seed", 2L, "train_loss", 0.3, "test_auc", Double.NaN)
                .row("seed", 3L, "train_loss", Double.NaN, "test_auc", 0.6)
                .row("seed", 4L, "status", "diverged", "message", "loss not finite after epoch 7");

        answer(trials, "pruning");

        assertThat(table("sorted_minima"))
                .extracting(row -> real(row, "train_loss"))
                .containsExactly(0.2, 0.3);
        assertThat(table("sorted_minima")
                        .get(1)
                        .isNullAt(table("sorted_minima").get(1).fieldIndex("test_auc")))
                .isTrue();
        Row summary = table("pruning").get(0);
        assertThat(summary.<Long>getAs("runs")).isEqualTo(3);
        assertThat(real(summary, "test_auc_best")).isEqualTo(0.8);
        assertThat(real(summary, "test_auc_mean")).isEqualTo(0.7, ROUNDING);
    }

    @Test
    void noMeasureOfARunIsNotANumber() {
        var measures = List.of(
                "train_loss", "test_loss", "train_auc", "test_auc", "train_accuracy", "test_accuracy", "gradient_norm");
        var trials = new MadeTrials()
                .row(measures.stream()
                        .flatMap(measure -> Stream.of(measure, Double.NaN))
                        .toArray());
        trials.write(spark, dir);
        Views.register(spark, dir.toString());

        Row run = spark.table("runs").first();

        assertThat(measures)
                .allSatisfy(measure -> assertThat(run.<Double>getAs(measure)).isNull());
    }

    @Test
    void theLowestLossInitStandsForItsRepeatInThePhaseTransition() {
        var trials = new MadeTrials()
                .row("repeat", 1L, "seed", 1L, "train_loss", 0.1, "test_auc", 0.7)
                .row("repeat", 1L, "seed", 2L, "train_loss", 0.2, "test_auc", 1.0)
                .row("repeat", 2L, "seed", 1L, "train_loss", 0.1, "test_auc", 0.9);

        Row row = answer(trials, "phase_transition").get(0);

        assertThat(real(row, "test_auc")).isEqualTo(0.8, ROUNDING);
        assertThat(real(row, "test_auc_std")).isEqualTo(Math.sqrt(0.02), ROUNDING);
        assertThat(row.<Long>getAs("repeats")).isEqualTo(2);
        assertThat(row.<Long>getAs("inits")).isEqualTo(2);
    }

    @Test
    void theCrossingIsInterpolatedBetweenTheTwoInputsAroundIt() {
        var trials = new MadeTrials();
        double[] means = {0.98, 0.90, 0.60};
        double[] spreads = {0.02, 0.02, 0.01}; // two standard errors of {m - s, m + s} are 2 s
        for (int i = 0; i < means.length; i++) {
            trials.row("p", 10 * (i + 1), "repeat", 1L, "test_auc", means[i] - spreads[i]);
            trials.row("p", 10 * (i + 1), "repeat", 2L, "test_auc", means[i] + spreads[i]);
        }

        var rows = answer(trials, "phase_transition");

        assertThat(rows).extracting(row -> row.<Integer>getAs("p")).containsExactly(10, 20, 30);
        for (Row row : rows) {
            assertThat(row.<Integer>getAs("crossing_after")).isEqualTo(20);
            assertThat(row.<Integer>getAs("crossing_before")).isEqualTo(30);
            assertThat(real(row, "crossing")).isEqualTo(20 + 10 * 0.1 / 0.3, ROUNDING);
            assertThat(real(row, "crossing_low")).isEqualTo(20 + 10 * 0.06 / 0.28, ROUNDING);
            assertThat(real(row, "crossing_high")).isEqualTo(20 + 10 * 0.14 / 0.32, ROUNDING);
        }
    }

    @Test
    void ofSeveralCrossingsTheFirstCounts() {
        var trials = new MadeTrials()
                .row("p", 10, "test_auc", 0.9)
                .row("p", 20, "test_auc", 0.7)
                .row("p", 30, "test_auc", 0.9)
                .row("p", 40, "test_auc", 0.7);

        assertThat(answer(trials, "phase_transition")).hasSize(4).allSatisfy(row -> {
            assertThat(row.<Integer>getAs("crossing_after")).isEqualTo(10);
            assertThat(row.<Integer>getAs("crossing_before")).isEqualTo(20);
            assertThat(real(row, "crossing")).isEqualTo(15, ROUNDING);
        });
    }

    @Test
    void aCurveThatTouchesTheLevelFallsFromThere() {
        var trials = new MadeTrials()
                .row("p", 10, "test_auc", 0.9)
                .row("p", 20, "test_auc", 0.8)
                .row("p", 30, "test_auc", 0.7);

        assertThat(answer(trials, "phase_transition"))
                .extracting(
                        row -> row.getAs("crossing_after"),
                        row -> row.getAs("crossing_before"),
                        row -> real(row, "crossing"))
                .containsOnly(tuple(20, 30, 20.0));
    }

    @Test
    void repeatsAndInputsWithoutAucMoveNoCrossing() {
        var trials = new MadeTrials().row("p", 25, "test_auc", null);
        double[] means = {0.98, 0.90, 0.60};
        for (int i = 0; i < means.length; i++) {
            trials.row("p", 10 * (i + 1), "repeat", 1L, "test_auc", means[i] - 0.02);
            trials.row("p", 10 * (i + 1), "repeat", 2L, "test_auc", means[i] + 0.02);
            trials.row("p", 10 * (i + 1), "repeat", 3L, "test_auc", null);
        }

        var rows = answer(trials, "phase_transition");

        assertThat(rows).extracting(row -> row.<Long>getAs("repeats")).containsExactly(3L, 3L, 1L, 3L);
        assertThat(rows).extracting(row -> row.<Long>getAs("auc_repeats")).containsExactly(2L, 2L, 0L, 2L);
        assertThat(real(rows.get(0), "crossing")).isEqualTo(20 + 10 * 0.1 / 0.3, ROUNDING);
        assertThat(real(rows.get(0), "crossing_low")).isEqualTo(20 + 10 * 0.06 / 0.3, ROUNDING);
        assertThat(rows.get(0).<Integer>getAs("crossing_before")).isEqualTo(30);
    }

    @Test
    void aCurveThatStaysAboveHasNoCrossingAndNoOtherCurvesEither() {
        var trials = new MadeTrials()
                .row("n", 100, "p", 10, "test_auc", 0.9)
                .row("n", 100, "p", 20, "test_auc", 0.5)
                .row("n", 200, "p", 10, "test_auc", 0.99)
                .row("n", 200, "p", 20, "test_auc", 0.9);

        var rows = answer(trials, "phase_transition");

        assertThat(rows).extracting(row -> row.<Double>getAs("crossing")).containsExactly(12.5, 12.5, null, null);
        assertThat(rows).extracting(row -> row.<Double>getAs("crossing_low")).containsOnlyNulls();
    }

    @Test
    void theBestTestAucOverInitsBringsItsOwnTrainAuc() {
        var trials = new MadeTrials()
                .row("repeat", 1L, "seed", 1L, "train_auc", 0.91, "test_auc", 0.8)
                .row("repeat", 1L, "seed", 2L, "train_auc", 0.99, "test_auc", 0.7)
                .row("repeat", 2L, "seed", 1L, "train_auc", 0.93, "test_auc", 0.6)
                .row("repeat", 2L, "seed", 2L, "train_auc", 0.95, "test_auc", 0.6);

        Row row = answer(trials, "hidden_nodes").get(0);

        assertThat(real(row, "test_auc")).isEqualTo(0.7, ROUNDING);
        assertThat(real(row, "train_auc")).as("ties go to the lower seed").isEqualTo(0.92, ROUNDING);
    }

    @Test
    void theBestTestAucBringsItsOwnAccuraciesToo() {
        var trials = new MadeTrials()
                .row("seed", 1L, "test_auc", 0.8, "train_accuracy", 0.75, "test_accuracy", 0.25)
                .row("seed", 2L, "test_auc", 0.7, "train_accuracy", 1.0, "test_accuracy", 1.0);

        Row row = answer(trials, "hidden_nodes").get(0);

        assertThat(real(row, "train_accuracy")).isEqualTo(0.75);
        assertThat(real(row, "test_accuracy")).isEqualTo(0.25);
    }

    @Test
    void anAccuracyIsNoBetterAuc() {
        var trials = new MadeTrials()
                .row("seed", 1L, "test_auc", null, "test_accuracy", 0.99)
                .row("seed", 2L, "test_auc", 0.7, "test_accuracy", 0.6)
                .row("seed", 3L, "test_auc", 0.6, "test_accuracy", 0.7);

        assertThat(real(answer(trials, "hidden_nodes").get(0), "test_auc")).isEqualTo(0.7);
        assertThat(table("sorted_runs"))
                .extracting(row -> row.<Long>getAs("seed"))
                .as("those without come first")
                .containsExactly(1L, 3L, 2L);
    }

    @Test
    void initsAreCountedInTheRepeatsWithMostAndWithFewest() {
        var trials = new MadeTrials()
                .row("repeat", 1L, "seed", 1L)
                .row("repeat", 1L, "seed", 2L)
                .row("repeat", 2L, "seed", 1L, "test_auc", null);

        Row row = answer(trials, "hidden_nodes").get(0);

        assertThat(row.<Long>getAs("repeats")).isEqualTo(2);
        assertThat(row.<Long>getAs("auc_repeats")).isEqualTo(1);
        for (String table : List.of("hidden_nodes", "phase_transition")) {
            assertThat(table(table))
                    .as(table)
                    .extracting(each -> each.getAs("inits"), each -> each.getAs("inits_least"))
                    .containsExactly(tuple(2L, 1L));
        }
    }

    @Test
    void theGradientOfTheNetworksAtARankIsAveraged() {
        var trials = new MadeTrials()
                .row("repeat", 1L, "gradient_norm", 0.25)
                .row("repeat", 2L, "gradient_norm", 0.75)
                .row("repeat", 3L, "gradient_norm", Double.NaN);

        assertThat(real(answer(trials, "sorted_minima").get(0), "gradient_norm"))
                .isEqualTo(0.5);
    }

    @Test
    void aCellWhoseTrialsAllDiedHasARowThatCountsThem() {
        var trials = new MadeTrials()
                .row("lr", 0.01, "seed", 1L)
                .row("lr", 0.01, "seed", 2L, "status", "diverged", "message", "no")
                .row("lr", 0.01, "seed", 1L, "status", "killed", "message", "a copy of another grid", "curves", 10)
                .row("lr", 0.03, "seed", 1L, "status", "diverged", "message", "no")
                .row("lr", 0.03, "seed", 1L, "status", "killed", "message", "a copy of another grid", "curves", 10)
                .row("lr", 0.03, "seed", 2L, "status", "failed", "message", "no");

        assertThat(answer(trials, "pruning"))
                .extracting(
                        row -> row.getAs("settings"),
                        row -> row.getAs("runs"),
                        row -> row.getAs("diverged"),
                        row -> row.getAs("failed"),
                        row -> row.getAs("test_auc_mean"))
                .containsExactly(tuple("lr=0.01", 1L, 1L, 0L, 0.5), tuple("lr=0.03", 0L, 1L, 1L, null));
    }

    @Test
    void pruningSumsUpEachStageOfACellInTheStagesOrder() {
        var trials = new MadeTrials()
                .row("stage", "cpna_all", "seed", 1L, "test_auc", 0.99, "output_connections", 4L, "hidden_units", 3)
                .row("stage", "cpna_all", "seed", 2L, "test_auc", 0.95, "output_connections", 4L, "hidden_units", 4)
                .row("stage", "cpna_all", "seed", 3L, "test_auc", 0.50, "output_connections", 4L, "hidden_units", 4)
                .row("stage", "dense", "seed", 1L, "test_auc", 0.6);

        var rows = answer(trials, "pruning");

        assertThat(rows).extracting(row -> row.<String>getAs("stage")).containsExactly("dense", "cpna_all");
        assertThat(real(rows.get(1), "test_auc_best")).isEqualTo(0.99);
        assertThat(real(rows.get(1), "test_auc_median")).isEqualTo(0.95);
        assertThat(real(rows.get(1), "deep_share")).isEqualTo(2.0 / 3, ROUNDING);
        assertThat(real(rows.get(1), "hidden_units")).isEqualTo(11.0 / 3, ROUNDING);
        assertThat(rows.get(0).<Double>getAs("test_auc_std")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sorted_minima", "phase_transition", "hidden_nodes", "pruning", "sorted_runs"})
    void stagesOfACellComeInTheOrderOfATrial(String name) {
        var trials = new MadeTrials();
        for (String stage : List.of("a_later_versions", "cpna_all", "retrained_initial", "cpa_hidden", "dense")) {
            trials.row("stage", stage, "seed", 1L);
        }

        assertThat(answer(trials, name))
                .extracting(row -> row.<String>getAs("stage"))
                .containsExactly("dense", "cpa_hidden", "cpna_all", "retrained_initial", "a_later_versions");
    }

    @Test
    void whatPruningLeftIsTheMeanOverRuns() {
        var trials = new MadeTrials()
                .row("seed", 1L, "hidden_connections", 11L, "output_connections", 7L, "inputs", 5, "relevant_inputs", 3)
                .row(
                        "seed",
                        2L,
                        "hidden_connections",
                        12L,
                        "output_connections",
                        9L,
                        "inputs",
                        4,
                        "relevant_inputs",
                        2);

        Row row = answer(trials, "pruning").get(0);

        assertThat(real(row, "hidden_connections")).isEqualTo(11.5);
        assertThat(real(row, "output_connections")).isEqualTo(8);
        assertThat(real(row, "inputs")).isEqualTo(4.5);
        assertThat(real(row, "relevant_inputs")).isEqualTo(2.5);
    }

    @Test
    void runsAreSortedFromTheWorstToTheBest() {
        var trials = new MadeTrials()
                .row("seed", 1L, "test_auc", 0.9)
                .row("seed", 2L, "test_auc", 0.5)
                .row("seed", 3L, "test_auc", 0.7);

        var rows = answer(trials, "sorted_runs");

        assertThat(rows).extracting(row -> row.<Long>getAs("seed")).containsExactly(2L, 3L, 1L);
        assertThat(rows).extracting(row -> row.<Integer>getAs("run")).containsExactly(1, 2, 3);
    }

    @Test
    void equalRunsAreSortedByRepeatAndThenBySeed() {
        var trials = new MadeTrials()
                .row("repeat", 2L, "seed", 1L)
                .row("repeat", 1L, "seed", 3L)
                .row("repeat", 1L, "seed", 2L);

        assertThat(answer(trials, "sorted_runs"))
                .extracting(row -> row.getAs("repeat"), row -> row.getAs("seed"))
                .containsExactly(tuple(1L, 2L), tuple(1L, 3L), tuple(2L, 1L));
    }

    @Test
    void withoutAucRunsAreComparedByAccuracy() {
        var trials = new MadeTrials()
                .row("k", null, "seed", 1L, "test_auc", null, "train_auc", null, "test_accuracy", 0.9)
                .row("k", null, "seed", 2L, "test_auc", null, "train_auc", null, "test_accuracy", 0.8);

        answer(trials, "pruning");

        assertThat(table("sorted_runs"))
                .extracting(row -> real(row, "test_accuracy"))
                .containsExactly(0.8, 0.9);
        assertThat(real(table("hidden_nodes").get(0), "test_accuracy")).isEqualTo(0.9);
        assertThat(real(table("pruning").get(0), "test_accuracy_mean")).isEqualTo(0.85, ROUNDING);
        assertThat(table("pruning").get(0).<Double>getAs("deep_share")).isNull();
    }

    @Test
    void cellsAreNamedByTheSettingsThatDiffer() {
        var trials = new MadeTrials()
                .row("lr", 0.003, "l2", 0.0001, "batch", 0, "keep_hidden", "16", "keep_input", 0)
                .row("lr", 0.003, "l2", 0.001, "batch", 500, "keep_hidden", "16", "keep_input", 32)
                .row("lr", 0.003, "l2", 0.001, "batch", 500, "keep_hidden", "16", "keep_input", 64, "seed", 2L);

        var rows = answer(trials, "pruning");

        assertThat(rows)
                .extracting(row -> row.<String>getAs("settings"))
                .containsExactly(
                        "l2=0.0001 batch=full keep=16+all",
                        "l2=0.001 batch=500 keep=16+32",
                        "l2=0.001 batch=500 keep=16+64");
        assertThat(rows).extracting(row -> row.<Integer>getAs("cell")).containsExactly(1, 2, 3);
    }

    @Test
    void cellsOfAStudyAreNamedByTheirStepThoughFoldsLeaveItRowsOfItsOwnNumber() {
        var trials = new MadeTrials()
                .row("step", "search", "n", 800, "fold", 1, "lr", 0.001)
                .row("step", "search", "n", 800, "fold", 1, "lr", 0.003)
                .row("step", "final", "n", 1000, "lr", 0.003);

        assertThat(answer(trials, "pruning"))
                .extracting(row -> row.<String>getAs("settings"))
                .containsExactly("step=final lr=0.003", "step=search fold=1 lr=0.001", "step=search fold=1 lr=0.003");
    }

    @Test
    void cellsThatDifferInTheNumberOfRowsAloneAreCalledAlikeWhateverElseWasRun() {
        var trials = new MadeTrials()
                .row("n", 100, "lr", 0.01, "l2", 0.0)
                .row("n", 200, "lr", 0.01, "l2", 0.0)
                .row("n", 200, "lr", 0.03, "l2", 0.0)
                .row("n", 300, "lr", 0.01, "l2", 0.5);

        assertThat(answer(trials, "pruning"))
                .extracting(row -> row.<Integer>getAs("n"), row -> row.<String>getAs("settings"))
                .as("the l2 of a grid of its own n is in no name")
                .containsExactly(
                        tuple(100, "lr=0.01"), tuple(200, "lr=0.01"), tuple(200, "lr=0.03"), tuple(300, "lr=0.01"));
    }

    @Test
    void aPenaltyOfTheInputPhaseNamesACellWhereItIsAnotherThanTheRest() {
        var trials = new MadeTrials()
                .row("l2", 0.001, "l2_input", null) // as files of older versions have it
                .row("l2", 0.001, "l2_input", 0.001, "seed", 2L)
                .row("l2", 0.001, "l2_input", 0.0, "seed", 3L);

        assertThat(answer(trials, "pruning"))
                .extracting(row -> row.<String>getAs("settings"), row -> row.<Long>getAs("runs"))
                .containsExactly(tuple("l2_input=0", 1L), tuple("l2_input=0.001", 2L));
    }

    @Test
    void aNetworkThatTwoGridsRanCountsOnce() {
        var trials = new MadeTrials()
                .row("trial_id", "b", "curves", 0, "test_auc", 0.7)
                .row("trial_id", "a", "curves", 10, "test_auc", 0.7);

        assertThat(answer(trials, "sorted_runs"))
                .extracting(row -> row.<String>getAs("trial_id"))
                .containsExactly("a");
    }

    @Test
    void realDataIsSummedUpOverSplitsAndOverRetrainings() {
        var trials = new MadeTrials();
        double[][] accuracies = {{0.9, 0.8}, {0.7, 0.5}}; // (splits, runs)
        for (int split = 0; split < 2; split++) {
            for (int run = 0; run < 2; run++) {
                trials.row(
                        "step",
                        "cpna",
                        "stage",
                        "cpna_all",
                        "data",
                        "car",
                        "duplicates",
                        "keep",
                        "p",
                        21,
                        "n",
                        1382,
                        "test",
                        346,
                        "repeat",
                        split + 1L,
                        "seed",
                        run + 1L,
                        "test_accuracy",
                        accuracies[split][run],
                        "hidden_connections",
                        110L + split,
                        "output_connections",
                        30L);
            }
        }
        trials.row("step", "levels", "data", "car", "duplicates", "keep", "fold", 1, "test_accuracy", 1.0);

        var rows = answer(trials, "real_data");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).<String>getAs("network")).isEqualTo("cpna");
        assertThat(rows.get(0).<Integer>getAs("observations")).isEqualTo(1728);
        assertThat(rows.get(0).<Long>getAs("splits")).isEqualTo(2);
        assertThat(rows.get(0).<Long>getAs("runs")).isEqualTo(4);
        assertThat(real(rows.get(0), "connections")).isEqualTo(140.5);
        assertThat(real(rows.get(0), "accuracy_mean")).isEqualTo(0.725, ROUNDING);
        assertThat(real(rows.get(0), "accuracy_std_splits")).isEqualTo(0.25 / Math.sqrt(2), ROUNDING);
        assertThat(real(rows.get(0), "accuracy_std_runs")).isEqualTo((0.1 + 0.2) / 2 / Math.sqrt(2), ROUNDING);
        assertThat(real(rows.get(0), "accuracy_best")).isEqualTo(0.8, ROUNDING);
        assertThat(real(rows.get(0), "accuracy_best_split")).isEqualTo(0.85, ROUNDING);
        assertThat(real(rows.get(0), "paper_accuracy")).isEqualTo(1.0);
    }

    @Test
    void realDataAreOfWholeTrainingPartsOneSplitAndEachNetworkOnce() {
        var trials = new MadeTrials();
        for (String split : List.of("stratified", "plain")) {
            double accuracy = split.equals("plain") ? 0.5 : 0.75;
            for (int curves : new int[] {0, 1}) { // the same network by two grids
                trials.row(
                        "step",
                        "dense",
                        "data",
                        "car",
                        "duplicates",
                        "keep",
                        "split",
                        split,
                        "curves",
                        curves,
                        "test_accuracy",
                        accuracy);
            }
        }
        trials.row(
                "step",
                "dense",
                "data",
                "car",
                "duplicates",
                "keep",
                "split",
                "plain",
                "fold",
                1,
                "test_accuracy",
                1.0);

        assertThat(answer(trials, "real_data"))
                .extracting(row -> row.getAs("split"), row -> row.getAs("runs"), row -> row.getAs("accuracy_mean"))
                .containsExactly(tuple("stratified", 1L, 0.75), tuple("plain", 1L, 0.5));
    }

    @Test
    void realDataOfOneNetworkASplitAreNamedByTheirStepAndOthersByTheirSettings() {
        var trials = new MadeTrials();
        for (long repeat : new long[] {1, 2}) {
            String chosen = repeat == 1 ? "8" : "16";
            ofMine(trials, "step", "final", "hidden", chosen, "h", Integer.valueOf(chosen), "repeat", repeat);
            for (double l2 : new double[] {0, 0.1}) {
                ofMine(trials, "step", "", "hidden", "8", "h", 8, "l2", l2, "repeat", repeat);
            }
        }
        ofMine(trials, "step", "final", "hidden", "8", "h", 8, "repeat", 1L, "stage", "cpna_all");

        assertThat(answer(trials, "real_data"))
                .extracting(row -> row.getAs("network"), row -> row.getAs("stage"), row -> row.getAs("splits"))
                .containsExactlyInAnyOrder(
                        tuple("final", "dense", 2L),
                        tuple("final", "cpna_all", 1L),
                        tuple("hidden=8 l2=0", "dense", 2L),
                        tuple("hidden=8 l2=0.1", "dense", 2L));
    }

    private static void ofMine(MadeTrials trials, Object... columns) {
        var all = new ArrayList<Object>(List.of("data", "mine", "duplicates", "keep", "test_accuracy", 0.5));
        all.addAll(List.of(columns));
        trials.row(all.toArray());
    }

    @Test
    void xorIsNoRealData() {
        var trials = new MadeTrials()
                .row("step", "dense", "stage", "dense", "data", "mine", "duplicates", "keep")
                .row("step", "dense", "stage", "dense", "data", "xor", "duplicates", null);

        assertThat(answer(trials, "real_data"))
                .extracting(row -> row.getAs("data"))
                .containsExactly("mine");
    }

    @Test
    void theBestEpochOfARetrainingIsOneAtItsFinalSize() {
        var trials = new MadeTrials()
                .row(
                        "trial_id",
                        "a",
                        "step",
                        "cpna",
                        "stage",
                        "cpna_all",
                        "data",
                        "car",
                        "test_accuracy",
                        0.8,
                        "hidden_connections",
                        110L,
                        "output_connections",
                        30L)
                .point("a", "cpna_all", 1, 0.0, 0.0, null, null, 0.9, 1.0, 9, 21, 111L, 30L)
                .point("a", "cpna_all", 2, 0.0, 0.0, null, null, 0.9, 0.95, 9, 21, 110L, 30L)
                .point("a", "cpna_all", 3, 0.0, 0.0, null, null, 0.9, 0.8, 9, 21, 110L, 30L);

        var rows = answer(trials, "real_data");

        assertThat(real(rows.get(0), "accuracy_best_epoch")).isEqualTo(0.95);
        assertThat(real(rows.get(0), "accuracy_mean")).isEqualTo(0.8);
    }

    /** Points come every so many epochs, and not all grids ask for them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theBestEpochIsNoWorseThanTheLastAndOfAllRunsOrNone(boolean all) {
        var trials = new MadeTrials();
        ofMine(trials, "trial_id", "a", "seed", 1L, "test_accuracy", 0.8);
        ofMine(trials, "trial_id", "b", "seed", 1L, "test_accuracy", 0.8, "curves", 10);
        ofMine(trials, "trial_id", "c", "seed", 2L, "test_accuracy", 0.7, "curves", all ? 10 : 0);
        trials.point("b", "dense", 10, 0.0, 0.0, null, null, 0.9, 0.5, 9, 21, 0L, 0L);
        if (all) {
            trials.point("c", "dense", 10, 0.0, 0.0, null, null, 0.9, 0.9, 9, 21, 0L, 0L);
        }

        var row = answer(trials, "real_data").get(0);

        assertThat(row.<Long>getAs("runs")).isEqualTo(2);
        assertThat(row.<Double>getAs("accuracy_best_epoch")).isEqualTo(all ? (0.8 + 0.9) / 2 : null);
    }

    @Test
    void aStepWithTwoNetworksASplitNamesThemThoughOneOfThemDiverged() {
        var trials = new MadeTrials();
        ofMine(trials, "step", "final", "hidden", "8", "h", 8);
        ofMine(trials, "step", "final", "hidden", "64", "h", 64, "status", "diverged", "message", "no");

        assertThat(answer(trials, "real_data"))
                .extracting(row -> row.getAs("network"))
                .containsExactly("hidden=8");
    }

    @Test
    void failuresAlikeAreCountedTogether() {
        var trials = new MadeTrials()
                .row("seed", 1L, "status", "diverged", "message", "loss infinite after epoch 7")
                .row("seed", 2L, "status", "diverged", "message", "loss infinite after epoch 12")
                .row("seed", 3L, "status", "failed", "message", "IllegalStateException: no")
                .row("seed", 4L);

        var rows = answer(trials, "failures");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).<Long>getAs("count")).isEqualTo(2);
        assertThat(rows.get(0).<Long>getAs("cells")).isEqualTo(1);
        assertThat(rows.get(0).<String>getAs("message")).isEqualTo("loss infinite after epoch 7");
        assertThat(rows.get(0).<String>getAs("trial_id")).endsWith("0");
    }

    @Test
    void anotherRateIsAnotherFailure() {
        String message = "training loss NaN at epoch %d of dense, lr %s";
        var trials = new MadeTrials()
                .row("p", 5, "lr", 0.1, "status", "diverged", "message", message.formatted(7, "0.1"))
                .row("p", 6, "lr", 0.1, "status", "diverged", "message", message.formatted(12, "0.1"))
                .row("p", 5, "lr", 0.3, "status", "diverged", "message", message.formatted(7, "0.3"));

        assertThat(answer(trials, "failures"))
                .extracting(row -> row.getAs("message"), row -> row.getAs("count"), row -> row.getAs("cells"))
                .containsExactly(
                        tuple(message.formatted(7, "0.1"), 2L, 2L), tuple(message.formatted(7, "0.3"), 1L, 1L));
    }

    @Test
    void anEmptySweepHasAllTablesWithTheirColumnsAndNoRows() {
        var tables = Tables.make(spark, dir.toString()).tables();

        assertThat(tables).extracting(Table::name).isEqualTo(Tables.NAMES);
        for (Table table : tables) {
            assertThat(table.count()).isZero();
            assertThat(spark.table(table.name()).schema().fieldNames())
                    .isEqualTo(table.schema().fieldNames());
        }
    }

    @Test
    void theBytesDoNotDependOnPartitions() throws IOException {
        var trials = new MadeTrials();
        for (int i = 0; i < 300; i++) {
            double noise = Math.sin(i * 12.9898) * 43758.5453 % 1;
            trials.row(
                    "p",
                    5 + i % 3,
                    "repeat",
                    (long) (i % 20),
                    "seed",
                    (long) (i / 20),
                    "train_loss",
                    Math.abs(noise) / 3,
                    "test_auc",
                    1 - Math.abs(noise) / 7);
        }
        trials.write(spark, dir);

        for (int partitions : new int[] {1, 7}) {
            var session = spark.newSession();
            session.conf().set("spark.sql.shuffle.partitions", partitions);
            session.conf().set("spark.sql.adaptive.enabled", false);
            Tables.make(session, dir.toString());
            Files.move(dir.resolve("tables"), dir.resolve("tables-" + partitions));
        }

        for (String name : Tables.NAMES) {
            for (String file : List.of(name + ".parquet", name + ".csv")) {
                assertThat(dir.resolve("tables-7").resolve(file))
                        .hasSameBinaryContentAs(dir.resolve("tables-1").resolve(file));
            }
        }
    }

    @Test
    void madeAgainTheTablesReplaceTheOldOnes() throws IOException {
        new MadeTrials().row("test_auc", 0.7).write(spark, dir);
        Tables.make(spark, dir.toString());
        Tables.make(spark, dir.toString());

        try (var files = Files.list(dir.resolve("tables"))) {
            assertThat(files.map(file -> "tables/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Tables.files(), Stream.of("tables/" + MadeOf.NAME, "tables/" + MadeOf.BY))
                                    .toList());
        }
        assertThat(Files.readString(dir.resolve("tables/pruning.csv")).lines()).hasSize(2);
    }

    @Test
    void tablesThatWereNotMadeTogetherAreNotCurrent() throws IOException {
        var store = ResultStore.at(dir.toString(), spark.sparkContext().hadoopConfiguration());
        new MadeTrials().row("test_auc", 0.7).write(spark, dir);
        Tables.make(spark, dir.toString());
        Path table = dir.resolve("tables/pruning.parquet");
        byte[] made = Files.readAllBytes(table);
        byte[] former = made.clone();
        former[former.length / 2]++;
        assertThat(Tables.areCurrent(store)).isTrue();

        Files.write(table, former);
        assertThat(Tables.areCurrent(store))
                .as("one of a driver that began earlier and ended later")
                .isFalse();
        Files.write(table, made);
        assertThat(Tables.areCurrent(store)).isTrue();
        Files.delete(dir.resolve("tables/pruning.csv"));
        assertThat(Tables.areCurrent(store)).isFalse();
    }

    @Test
    void severalMayMakeThemAtTheSameTime() {
        new MadeTrials().row("test_auc", 0.7).write(spark, dir);

        var made = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Tables.make(spark.newSession(), dir.toString()).tables()))
                .toList();

        assertThat(made).allSatisfy(tables -> assertThat(tables.join()).hasSize(Tables.NAMES.size()));
        Views.register(spark, dir.toString());
        assertThat(spark.table("pruning").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyTableHasAHeaderLineAndAnOrder(String name) {
        String sql = Sql.read(name);

        assertThat(sql).startsWith("-- ");
        assertThat(sql.lines().skip(1).findFirst().orElseThrow()).doesNotStartWith("--");
        assertThat(sql.strip()).containsPattern("\nORDER BY(?!.*\nFROM)");
    }

    private List<Row> answer(MadeTrials trials, String name) {
        trials.write(spark, dir);
        Views.register(spark, dir.toString());
        return table(name);
    }

    private static List<Row> table(String name) {
        return spark.sql(Sql.read(name)).collectAsList();
    }

    private static double real(Row row, String column) {
        return row.<Double>getAs(column);
    }
}
