package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides the claims about the phase transition and what leaves them open. */
class PhaseClaimsTest {

    private static final MadeProblems PROBLEMS = new MadeProblems();

    private static SparkSession spark;

    @BeforeAll
    static void results(@TempDir Path dir) {
        falls("alike", 1000, 0.01, 0.96, 0.6, 0.5);
        falls("alike", 3000, 0.01, 0.96, 0.9, 0.7);
        falls("apart", 1000, 0.01, 0.96, 0.9, 0.5);
        falls("apart", 3000, 0.001, 0.96, 0.9, 0.7);
        falls("beside", 1000, 0.01, 0.96, 0.6, 0.5);
        falls("beside", 3000, 0.01, 0.96, 0.9, 0.7);
        falls("beside", 3000, 0.001, 0.96, 0.9, 0.7);
        falls("gap", 1000, 0.01, 0.96, 0.9, 0.5);
        falls("gap", 3000, 0.01, 0.96, 0.9, 0.7);
        falls("never", 1000, 0.01, 0.96, 0.6, 0.5);
        falls("never", 3000, 0.01, 0.96, 0.96, 0.9);
        falls("noise", 1000, 0.01, 0.96, 0.78, 0.5);
        falls("noise", 3000, 0.01, 0.96, 0.82, 0.5);
        falls("worse", 1000, 0.01, 0.96, 0.9, 0.7);
        falls("worse", 3000, 0.01, 0.6, 0.5, 0.5);
        curve("one-data-set", 1000, 1, 1, 10, 0.96, 0.6, 0.5);
        curve("one-data-set", 3000, 1, 1, 10, 0.96, 0.9, 0.7);
        falls("one-on-one", 1000, 0.01, 0.96, 0.6, 0.5);
        falls("one-on-one", 3000, 0.01, 0.96, 0.96, 0.96);
        curve("one-on-one", 5000, 1, 1, 10, 0.96, 0.6, 0.5);
        curve("two-data-sets", 1000, 2, 1, 10, 0.99, 0.6, 0.5);
        curve("two-data-sets", 3000, 2, 1, 10, 0.99, 0.9, 0.7);
        curve("more-inits", 1000, 3, 1, 10, 0.96, 0.6, 0.5);
        curve("more-inits", 3000, 3, 2, 10, 0.96, 0.9, 0.7);
        curve("more-inits-on-one-data-set", 1000, 3, 1, 10, 0.96, 0.6, 0.5);
        curve("more-inits-on-one-data-set", 3000, 3, 1, 10, 0.96, 0.9, 0.7);
        PROBLEMS.row(
                "more-inits-on-one-data-set",
                "n",
                3000,
                "lr",
                0.01,
                "p",
                10,
                "repeat",
                1L,
                "seed",
                2L,
                "test_auc",
                0.94);
        falls("whole", 1000, 0.01, 0.98, 0.7, 0.55);
        falls("perhaps-not-from-1", 1000, 0.01, 0.96, 0.7, 0.55);
        falls("perhaps-not-to-0.5", 1000, 0.01, 0.98, 0.7, 0.59);
        falls("low-start", 1000, 0.01, 0.92, 0.6, 0.5);
        curve("low-at-k", 1000, 3, 1, PROBLEMS.k("low-at-k"), 0.92, 0.6, 0.5);
        curve("perhaps-low-at-k", 1000, 3, 1, PROBLEMS.k("perhaps-low-at-k"), 0.94, 0.6, 0.5);
        falls("cut", 1000, 0.01, 0.98, 0.9, 0.78);
        falls("cut-early", 1000, 0.01, 0.98, 0.98, 0.98);
        falls("level", 1000, 0.01, 0.98, 0.7, 0.7, 0.7);
        falls("level-for-a-step", 1000, 0.01, 0.98, 0.72, 0.7, 0.7);
        falls("level-near-the-bound", 1000, 0.01, 0.98, 0.62, 0.62, 0.62);
        spark = PROBLEMS.session(dir);
    }

    @Test
    void moreRowsMoveTheDropIsDecidedBetweenCurvesThatDifferInNothingElse() {
        assertThat(movesTheDrop("alike")).isTrue();
        assertThat(movesTheDrop("apart")).isNull();
        assertThat(movesTheDrop("beside")).isTrue();
        assertThat(movesTheDrop("gap")).isNull();
        assertThat(movesTheDrop("never")).isTrue();
        assertThat(movesTheDrop("noise")).isNull();
        assertThat(movesTheDrop("worse")).isFalse();
        assertThat(only(2, "never").<String>getAs("evidence"))
                .isEqualTo("n\u00a0=\u00a01000: p\u00a0=\u00a014.4 between 10 and 20, "
                        + "n\u00a0=\u00a03000: none up to p\u00a0=\u00a030; 3 data sets");
    }

    @Test
    void ofOneDataSetNothingIsKnown() {
        assertThat(movesTheDrop("one-data-set")).isNull();
        assertThat(movesTheDrop("one-on-one"))
                .as("beside a curve that never falls")
                .isNull();
    }

    @Test
    void twoDataSetsDecideNothing() {
        assertThat(PROBLEMS.claims(spark, "phase_transition", 1, "two-data-sets"))
                .extracting(row -> row.getAs("holds"))
                .containsExactly(null, null);
        assertThat(movesTheDrop("two-data-sets")).isNull();
    }

    @Test
    void curvesOfMoreInitsProveNothing() {
        assertThat(movesTheDrop("more-inits")).isNull();
        assertThat(only(2, "more-inits").<String>getAs("evidence")).endsWith("; 1 to 2 inits on 3 data sets");
        assertThat(movesTheDrop("more-inits-on-one-data-set")).isNull();
    }

    @Test
    void aDropIsOneFromCloseToOneToGuessing() {
        assertThat(drops("whole")).isTrue();
        assertThat(only(1, "whole").<String>getAs("evidence"))
                .startsWith(
                        "0.980 ± 0.023 at p\u00a0=\u00a010, 0.550 ± 0.023 at p\u00a0=\u00a030 (two standard errors);")
                .endsWith("between 10 and 20; 3 data sets");
        assertThat(drops("low-at-k")).isFalse();
        assertThat(drops("level")).isFalse();
    }

    @Test
    void anEndWithinTwoStandardErrorsOfItsBoundDecidesNothing() {
        assertThat(drops("perhaps-not-from-1")).isNull();
        assertThat(drops("perhaps-not-to-0.5")).isNull();
        assertThat(drops("perhaps-low-at-k")).isNull();
    }

    @Test
    void aRangeThatIsCutRefutesNoDrop() {
        assertThat(drops("low-start"))
                .as("there are irrelevant inputs at its start")
                .isNull();
        assertThat(drops("cut")).as("it still falls").isNull();
        assertThat(drops("cut-early")).as("it has not begun to fall").isNull();
        assertThat(drops("level-for-a-step")).as("it may still fall").isNull();
        assertThat(drops("level-near-the-bound")).as("it may be below 0.6").isNull();
    }

    /** Means over p = 10, 20, 30 and so on, of three data sets and one init each. */
    private static void falls(String problem, int n, double lr, double... means) {
        curve(problem, n, lr, 3, 1, 10, means);
    }

    private static void curve(String problem, int n, int repeats, int inits, int from, double... means) {
        curve(problem, n, 0.01, repeats, inits, from, means);
    }

    /** Of several data sets the first is 0.02 below the mean, the last as much above, a third at it. */
    private static void curve(String problem, int n, double lr, int repeats, int inits, int from, double... means) {
        for (int i = 0; i < means.length; i++) {
            for (long repeat = 1; repeat <= repeats; repeat++) {
                double auc = repeats == 1 ? means[i] : means[i] - 0.02 + 0.04 * (repeat - 1) / (repeats - 1);
                for (long seed = 1; seed <= inits; seed++) {
                    int p = from + 10 * i;
                    PROBLEMS.row(problem, "n", n, "lr", lr, "p", p, "repeat", repeat, "seed", seed, "test_auc", auc);
                }
            }
        }
    }

    private static Boolean drops(String problem) {
        return only(1, problem).getAs("holds");
    }

    private static Boolean movesTheDrop(String problem) {
        return only(2, problem).getAs("holds");
    }

    private static Row only(int place, String problem) {
        var claims = PROBLEMS.claims(spark, "phase_transition", place, problem);
        assertThat(claims).as(problem).hasSize(1);
        return claims.get(0);
    }
}
