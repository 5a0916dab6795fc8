package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
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
        minima("as-many", 30, 8, 1, 0.3, 0.4, 0.5);
        minima("as-many", 30, 16, 1, 0.1, 0.4, 0.5);
        minima("more-of-one", 30, 8, 1, 0.3, 0.4, 0.5);
        minima("more-of-one", 30, 8, 2, 0.3, 0.4, 0.5);
        minima("more-of-one", 30, 16, 1, 0.1, 0.2, 0.4, 0.5);
        minima("more-of-one", 30, 16, 2, 0.1, 0.4, 0.5);
        minima("other-data", 30, 8, 1, 0.3, 0.4, 0.5);
        minima("other-data", 30, 16, 2, 0.1, 0.4, 0.5);
        minima("rates", 30, 8, 0.01, 1, 0.3, 0.4, 0.5);
        minima("rates", 30, 16, 0.01, 1, 0.1, 0.4, 0.5);
        minima("rates", 30, 8, 0.001, 1, 0.05, 0.4, 0.5);
        minima("rates", 30, 16, 0.001, 1, 0.1, 0.4, 0.5);
        minima("rates", 30, 32, 0.1, 1, 0.01, 0.4, 0.5);
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
        assertThat(evidence(2, "more")).endsWith("by H\u00a0=\u00a016; 3 to 4 inits on 1 data set");
        assertThat(holds(2, "more-of-one")).as("more on one data set").isNull();
        assertThat(evidence(2, "more-of-one")).endsWith("; 3 to 4 inits on 2 data sets");
        assertThat(holds(2, "as-many")).isTrue();
    }

    @Test
    void theLowestOnOtherDataSetsProvesNothing() {
        assertThat(holds(2, "other-data")).isNull();
        assertThat(evidence(2, "other-data")).endsWith("; 3 inits on 1 data set, not the same ones");
    }

    @Test
    void widthsAreComparedWhereNothingElseDiffers() {
        assertThat(PROBLEMS.claims(spark, "sorted_minima", 2, "rates"))
                .extracting(row -> row.<String>getAs("problem").split(", ")[3], row -> row.getAs("holds"))
                .containsExactly(tuple("lr=0.001", false), tuple("lr=0.01", true));
        assertThat(holds(2, "own-rates")).isNull();
        assertThat(evidence(2, "own-rates")).endsWith("by H\u00a0=\u00a016, lr=0.001; 3 inits on 1 data set");
    }

    @Test
    void everyAucIsThatOfEveryNetworkAndNoMean() {
        assertThat(holds(3, "hopeless-but-one")).isFalse();
        assertThat(evidence(3, "hopeless-but-one")).isEqualTo("best test AUC of 8 networks: 0.600");
        assertThat(holds(3, "hopeless")).isTrue();
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
