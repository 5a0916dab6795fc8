package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides the claims about sorted minima and what leaves them open. */
class MinimaClaimsTest {

    private static final MadeProblems PROBLEMS = new MadeProblems();

    private static SparkSession spark;

    @BeforeAll
    static void results(@TempDir Path dir) {
        minima("alike", 30, 8, 1, 0.30, 0.31, 0.32);
        minima("alike", 30, 8, 2, 0.30, 0.31, 0.32);
        minima(
                "alike-of-many",
                30,
                8,
                1,
                IntStream.range(0, 100).mapToDouble(i -> 0.3 + i / 1e3).toArray());
        minima("some-more", 30, 8, 1, 0.30, 0.31, 0.32, 0.33, 0.34, 0.9);
        minima("some-more", 30, 8, 2, 0.30, 0.31, 0.32);
        minima("some-more-apart", 30, 8, 1, 0.1, 0.2, 0.3, 0.9);
        minima("some-more-apart", 30, 8, 2, 0.1, 0.2, 0.3);
        minima("more", 30, 8, 1, 0.3, 0.4, 0.5);
        minima("more", 30, 16, 1, 0.2, 0.4, 0.5, 0.6);
        lowest("as-many", 8, 0.3, 0.31, 0.29);
        lowest("as-many", 16, 0.1, 0.12, 0.11);
        lowest("on-two", 8, 0.3, 0.31);
        lowest("on-two", 16, 0.1, 0.12);
        lowest("hard-and-easy", 8, 0.1, 0.2, 0.3);
        lowest("hard-and-easy", 16, 0.12, 0.22, 0.33);
        lowest("unclear", 8, 0.30, 0.30, 0.30);
        lowest("unclear", 16, 0.10, 0.35, 0.28);
        lowest("the-same", 8, 0.3, 0.3, 0.3);
        lowest("the-same", 16, 0.3, 0.3, 0.3);
        lowest("nearly-alike", 8, 0.12349, 0.12349, 0.12349);
        lowest("nearly-alike", 16, 0.12345, 0.12345, 0.12345);
        minima("more-of-one", 30, 8, 1, 0.3, 0.4, 0.5);
        minima("more-of-one", 30, 8, 2, 0.3, 0.4, 0.5);
        minima("more-of-one", 30, 16, 1, 0.1, 0.2, 0.4, 0.5);
        minima("more-of-one", 30, 16, 2, 0.1, 0.4, 0.5);
        minima("other-data", 30, 8, 1, 0.3, 0.4, 0.5);
        minima("other-data", 30, 16, 2, 0.1, 0.4, 0.5);
        for (long repeat = 1; repeat <= 3; repeat++) {
            minima("rates", 30, 8, 0.01, repeat, 0.3, 0.4, 0.5);
            minima("rates", 30, 16, 0.01, repeat, 0.1, 0.4, 0.5);
            minima("rates", 30, 8, 0.001, repeat, 0.05, 0.4, 0.5);
            minima("rates", 30, 16, 0.001, repeat, 0.1, 0.4, 0.5);
            minima("rates", 30, 32, 0.1, repeat, 0.01, 0.4, 0.5);
        }
        minima("own-rates", 30, 8, 0.01, 1, 0.3, 0.4, 0.5);
        minima("own-rates", 30, 16, 0.001, 1, 0.1, 0.4, 0.5);
        minima("hopeless-but-one", 100, 8, 1, 0.1, 0.2, 0.3);
        minima("hopeless-but-one", 100, 8, 2, 0.1, 0.2, 0.3);
        for (long repeat = 1; repeat <= 2; repeat++) {
            double auc = repeat == 1 ? 0.6 : 0.4;
            PROBLEMS.row(
                    "hopeless-but-one",
                    "p",
                    100,
                    "lr",
                    0.01,
                    "repeat",
                    repeat,
                    "seed",
                    9L,
                    "train_loss",
                    0.4,
                    "test_auc",
                    auc);
        }
        minima("hopeless", 100, 8, 1, 0.1, 0.2, 0.3);
        ended("learned", 8, 0, 0.9, 0.0001, 0.004, 0.009);
        ended("learned", 16, 0, 0.9, 0.00001, 0.0004, 0.0009);
        ended("separable", 8, 0, 0.9995, 0.02, 0.03, 0.08);
        ended("separable", 16, 0, 0.9995, 0.01, 0.03, 0.08);
        ended("penalised", 8, 0.01, 0.9995, 0.02, 0.03, 0.08);
        ended("penalised", 16, 0.01, 0.9995, 0.01, 0.03, 0.08);
        ended("wide-one-learned", 8, 0, 0.9, 0.2, 0.3, 0.5);
        ended("wide-one-learned", 16, 0, 0.9, 0.0001, 0.0002, 0.004);
        ended(
                "one-tells",
                8,
                0,
                0.9,
                IntStream.range(0, 100).mapToDouble(i -> 0.3 + i / 1e3).toArray());
        ended("one-tells", 16, 0, 0.9, 0.0001, 0.0002, 0.004);
        ended("lowest-learned", 8, 0, 0.9, 0.0001, 0.3, 0.5);
        ended("lowest-learned", 16, 0, 0.9, 0.0002, 0.4, 0.6);
        spark = PROBLEMS.session(dir);
    }

    @Test
    void minimaAreComparedAtRanksThatAllRepeatsHave() {
        assertThat(holds(1, "alike-of-many")).isFalse();
        assertThat(holds(1, "some-more-apart")).as("more inits end no lower").isTrue();
        assertThat(evidence(1, "some-more"))
                .contains("lowest 0.300, highest 0.320 of 3 inits on 2 data sets", "gradient norm at most 0.50");
    }

    @Test
    void aFewEquivalentMinimaProveNothingOfAHundred() {
        assertThat(holds(1, "alike")).isNull();
        assertThat(evidence(1, "alike")).endsWith("; the paper has 100 inits");
        assertThat(evidence(1, "alike-of-many")).doesNotContain("the paper has");
    }

    @Test
    void equivalentSharedRanksProveNothingOfTheOthers() {
        assertThat(holds(1, "some-more")).isNull();
        assertThat(evidence(1, "some-more")).endsWith("; some data sets have more inits");
    }

    @Test
    void noDeepOptimumAtSharedRanksProvesNothingOfTheOthers() {
        assertThat(holds(3, "some-more")).isNull();
        assertThat(holds(3, "alike")).isFalse();
    }

    @Test
    void theLowestOfMoreInitsProvesNothing() {
        assertThat(holds(2, "more")).isNull();
        assertThat(evidence(2, "more")).endsWith("by H\u00a0=\u00a08; 3 to 4 inits on one data set");
        assertThat(holds(2, "more-of-one")).as("more on one data set").isNull();
        assertThat(evidence(2, "more-of-one")).endsWith("; 3 to 4 inits on 2 data sets");
        assertThat(holds(2, "as-many")).isTrue();
    }

    @Test
    void lowestLossesAreComparedOnTheSameDataSetsThreeOrMore() {
        assertThat(evidence(2, "as-many"))
                .isEqualTo("lowest loss 0.110 by H\u00a0=\u00a016, 0.300 by H\u00a0=\u00a08; difference -0.19 ± 0.012"
                        + " (two standard errors); 3 inits on 3 data sets");
        assertThat(holds(2, "on-two")).isNull();
        assertThat(evidence(2, "on-two"))
                .isEqualTo("lowest loss 0.110 by H\u00a0=\u00a016, 0.305 by H\u00a0=\u00a08; 3 inits on 2 data sets");
        assertThat(holds(2, "hard-and-easy"))
                .as("data sets differ more than widths")
                .isFalse();
        assertThat(holds(2, "unclear")).as("one data set of three").isNull();
    }

    @Test
    void bothLowestLossesAreSaidInDigitsEnoughToDiffer() {
        assertThat(evidence(2, "nearly-alike"))
                .startsWith("lowest loss 0.12345 by H\u00a0=\u00a016, 0.12349 by H\u00a0=\u00a08; difference -4.0e-05");
        assertThat(holds(2, "the-same")).isNull();
        assertThat(evidence(2, "the-same"))
                .startsWith("lowest loss 0.300000000 by H\u00a0=\u00a016, 0.300000000 by H\u00a0=\u00a08;");
    }

    @Test
    void lossesThatMayFallTowardsZeroAreNoMinima() {
        assertThat(holds(1, "learned")).isNull();
        assertThat(evidence(1, "learned")).endsWith("; the training rows are learned: losses may still fall towards 0");
        assertThat(holds(1, "separable")).isNull();
        assertThat(holds(1, "penalised")).as("a penalty has a minimum").isTrue();
        assertThat(holds(1, "lowest-learned")).as("the highest does not fall").isTrue();
    }

    @Test
    void minimaOfTheNetworksThatHaveSomeAreCompared() {
        assertThat(holds(1, "wide-one-learned")).isTrue();
        assertThat(evidence(1, "wide-one-learned")).startsWith("H\u00a0=\u00a08: lowest 0.200, highest 0.500");
        assertThat(holds(1, "one-tells")).as("others are not known").isNull();
        assertThat(evidence(1, "one-tells"))
                .endsWith("; other networks have learned the training rows: their losses may still fall towards 0");
    }

    @Test
    void ofTwoWidthsThatLearnTheTrainingRowsNeitherHasTheLowestLoss() {
        for (String problem : List.of("learned", "separable", "lowest-learned")) {
            assertThat(holds(2, problem)).as(problem).isNull();
            assertThat(evidence(2, problem))
                    .endsWith("; both have learned the training rows: their losses may still fall towards 0");
        }
        assertThat(holds(2, "penalised")).isTrue();
        assertThat(holds(2, "wide-one-learned")).isTrue();
    }

    @Test
    void theLowestOnOtherDataSetsProvesNothing() {
        assertThat(holds(2, "other-data")).isNull();
        assertThat(evidence(2, "other-data")).endsWith("; 3 inits on one data set, not the same ones");
    }

    @Test
    void widthsAreComparedWhereNothingElseDiffers() {
        assertThat(PROBLEMS.claims(spark, "sorted_minima", 2, "rates"))
                .extracting(row -> row.<String>getAs("problem").split(", ")[3], row -> row.getAs("holds"))
                .containsExactly(tuple("lr=0.001", false), tuple("lr=0.01", true));
        assertThat(holds(2, "own-rates")).isNull();
        assertThat(evidence(2, "own-rates"))
                .isEqualTo("lowest loss 0.100 by H\u00a0=\u00a016, lr=0.001, 0.300 by H\u00a0=\u00a08, lr=0.01;"
                        + " 3 inits on one data set");
    }

    @Test
    void everyAucIsThatOfEveryNetworkAndNoMean() {
        assertThat(holds(3, "hopeless-but-one")).isFalse();
        assertThat(evidence(3, "hopeless-but-one")).isEqualTo("best test AUC of 8 networks: 0.600");
        assertThat(holds(3, "hopeless")).isTrue();
    }

    /** The lowest loss on each data set, of three inits. */
    private static void lowest(String problem, int h, double... losses) {
        for (int i = 0; i < losses.length; i++) {
            minima(problem, 30, h, i + 1, losses[i], 0.4, 0.5);
        }
    }

    /** The same losses on each of three data sets. */
    private static void ended(String problem, int h, double l2, double trainAuc, double... losses) {
        for (long repeat = 1; repeat <= 3; repeat++) {
            for (int i = 0; i < losses.length; i++) {
                PROBLEMS.row(
                        problem,
                        "p",
                        30,
                        "hidden",
                        "" + h,
                        "h",
                        h,
                        "l2",
                        l2,
                        "repeat",
                        repeat,
                        "seed",
                        i + 1L,
                        "train_auc",
                        trainAuc,
                        "train_loss",
                        losses[i]);
            }
        }
    }

    /** Dense networks with these losses on one data set, the first with seed 1. */
    private static void minima(String problem, int p, int h, long repeat, double... losses) {
        minima(problem, p, h, 0.01, repeat, losses);
    }

    private static void minima(String problem, int p, int h, double lr, long repeat, double... losses) {
        for (int i = 0; i < losses.length; i++) {
            PROBLEMS.row(
                    problem,
                    "p",
                    p,
                    "hidden",
                    "" + h,
                    "h",
                    h,
                    "lr",
                    lr,
                    "repeat",
                    repeat,
                    "seed",
                    i + 1L,
                    "train_loss",
                    losses[i]);
        }
    }

    private static Boolean holds(int place, String problem) {
        return only(place, problem).getAs("holds");
    }

    private static String evidence(int place, String problem) {
        return only(place, problem).getAs("evidence");
    }

    private static Row only(int place, String problem) {
        var claims = PROBLEMS.claims(spark, "sorted_minima", place, problem);
        assertThat(claims).as(problem).hasSize(1);
        return claims.get(0);
    }
}
