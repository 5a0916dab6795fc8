package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sql.MadeTrials;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides a claim and what leaves it open; each case has a k or a data set of its own. */
class FigureClaimsTest {

    private static SparkSession spark;

    @BeforeAll
    static void results(@TempDir Path dir) {
        var trials = new MadeTrials();
        minima(trials, 21, 30, 8, 1, 0.30, 0.31, 0.32, 0.33, 0.34, 0.9);
        minima(trials, 21, 30, 8, 2, 0.30, 0.31, 0.32);
        minima(trials, 22, 30, 8, 1, 0.3, 0.4, 0.5);
        minima(trials, 22, 30, 16, 1, 0.2, 0.4, 0.5, 0.6);
        minima(trials, 23, 30, 8, 1, 0.3, 0.4, 0.5);
        minima(trials, 23, 30, 16, 1, 0.1, 0.4, 0.5);
        minima(trials, 24, 100, 8, 1, 0.1, 0.2, 0.3);
        minima(trials, 24, 100, 8, 2, 0.1, 0.2, 0.3);
        trials.row(
                "k", 24, "p", 100, "hidden", "8", "h", 8, "repeat", 1L, "seed", 9L, "train_loss", 0.4, "test_auc", 0.6);
        trials.row(
                "k", 24, "p", 100, "hidden", "8", "h", 8, "repeat", 2L, "seed", 9L, "train_loss", 0.4, "test_auc", 0.4);
        minima(trials, 25, 100, 8, 1, 0.1, 0.2, 0.3);
        widths(trials, "rises", 0.9, 0.99, 0.999);
        widths(trials, "falls", 0.999, 0.999, 0.995);
        widths(trials, "more-inits", 0.9, 0.99, 0.999);
        trials.row("data", "more-inits", "hidden", "32", "h", 32, "seed", 2L, "test_auc", 0.9);
        widths(trials, "depths", 0.9, 0.99, 0.999);
        trials.row("data", "depths", "hidden", "64x64", "h", 128, "test_auc", 1.0);
        stages(trials, "better", new double[] {0.5, 0.6, 0.55, 0.6}, new double[] {0.7, 0.75, 0.8, 0.8});
        died(trials, "better", 5, 0.5);
        stages(trials, "two", new double[] {0.5, 0.6}, new double[] {0.9, 0.9});
        stages(trials, "noise", new double[] {0.50, 0.51, 0.49}, new double[] {0.51, 0.49, 0.52});
        stages(trials, "survivors", new double[] {0.9, 0.9, 0.9}, new double[] {0.8, 0.8, 0.81});
        died(trials, "survivors", 4, 0.1);
        died(trials, "survivors", 5, 0.1);
        for (long seed = 1; seed <= 3; seed++) {
            retrained(trials, "both", seed, "cpna_hidden", 0.9);
            retrained(trials, "both", seed, "retrained_random", 0.5);
            retrained(trials, "both", seed, "retrained_initial", 0.55);
            retrained(trials, "one", seed, "cpna_hidden", 0.9);
            retrained(trials, "one", seed, "retrained_random", 0.5);
        }
        retrained(trials, "both", 4, "cpna_hidden", 0.6);
        for (int seed = 1; seed <= 3; seed++) {
            retrained(trials, "unclear", seed, "cpna_hidden", 0.9);
            retrained(
                    trials,
                    "unclear",
                    seed,
                    "retrained_random",
                    List.of(0.5, 0.85, 1.0).get(seed - 1));
            retrained(trials, "unclear", seed, "retrained_initial", 0.5);
        }
        tested(trials, "wide-is-better", 0.5, 0.6, 0.7);
        tested(trials, "wide-is-alike", 0.5, 0.7, 0.705);
        spread(trials, "narrower", 0.02, 0.002);
        spread(trials, "wider", 0.02, 0.1);
        spread(trials, "as-wide", 0.02, 0.01);
        spark = MadeResults.session(trials, dir);
    }

    @Test
    void minimaAreComparedAtRanksThatAllRepeatsHave() {
        Row row = claim("sorted_minima", 1, "k = 21");

        assertThat(row.<Boolean>getAs("holds")).isFalse();
        assertThat(row.<String>getAs("evidence"))
                .contains("lowest 0.300, highest 0.320 of 3 inits on 2 data sets", "gradient norm at most 0.50");
    }

    @Test
    void theLowestOfMoreInitsProvesNothing() {
        assertThat(claim("sorted_minima", 2, "k = 22").<Boolean>getAs("holds")).isNull();
        assertThat(claim("sorted_minima", 2, "k = 22").<String>getAs("evidence"))
                .endsWith("by H\u00a0=\u00a016; 3 to 4 inits on 1 data set");
        assertThat(claim("sorted_minima", 2, "k = 23").<Boolean>getAs("holds")).isTrue();
    }

    @Test
    void everyAucIsThatOfEveryNetworkAndNoMean() {
        assertThat(claim("sorted_minima", 3, "k = 24").<Boolean>getAs("holds")).isFalse();
        assertThat(claim("sorted_minima", 3, "k = 24").<String>getAs("evidence"))
                .isEqualTo("best test AUC of 8 networks: 0.600");
        assertThat(claim("sorted_minima", 3, "k = 25").<Boolean>getAs("holds")).isTrue();
    }

    @Test
    void trainAucRisesOnlyIfItDoesNotFall() {
        assertThat(claim("hidden_nodes", 1, "data = 'rises'").<Boolean>getAs("holds"))
                .isTrue();
        assertThat(claim("hidden_nodes", 1, "data = 'falls'").<Boolean>getAs("holds"))
                .isFalse();
    }

    @Test
    void theBestOfMoreInitsProvesNothing() {
        Row row = claim("hidden_nodes", 2, "data = 'more-inits'");

        assertThat(row.<Boolean>getAs("holds")).isNull();
        assertThat(row.<String>getAs("evidence")).endsWith("best of 1 to 2 inits on 1 data set");
        assertThat(claim("hidden_nodes", 2, "data = 'rises'").<Boolean>getAs("holds"))
                .isTrue();
    }

    @Test
    void widthsAreComparedAmongNetworksOfOneDepth() {
        assertThat(claim("hidden_nodes", 2, "data = 'depths'").<String>getAs("evidence"))
                .contains("at H\u00a0=\u00a032")
                .doesNotContain("64x64");
    }

    @Test
    void stagesAreComparedByTheNetworksThatWentThroughBoth() {
        assertThat(claim("pruning", 1, "problem LIKE 'better%'").<Boolean>getAs("holds"))
                .isTrue();
        assertThat(claim("pruning", 1, "problem LIKE 'better%'").<String>getAs("evidence"))
                .isEqualTo("mean test AUC 0.562 dense, 0.762 pruned; difference 0.200 ± 0.041 (two standard errors),"
                        + " 4 of 5 runs");
        assertThat(claim("pruning", 1, "problem LIKE 'survivors%'").<Boolean>getAs("holds"))
                .isFalse();
    }

    @Test
    void fewRunsAndSmallDifferencesDecideNothing() {
        assertThat(claim("pruning", 1, "problem LIKE 'two%'").<Boolean>getAs("holds"))
                .isNull();
        assertThat(claim("pruning", 1, "problem LIKE 'noise%'").<Boolean>getAs("holds"))
                .isNull();
    }

    @Test
    void neitherRetrainingIsSaidWhereThereAreBoth() {
        assertThat(claim("sorted_runs", 1, "problem LIKE 'both%'").<Boolean>getAs("holds"))
                .isTrue();
        assertThat(claim("sorted_runs", 1, "problem LIKE 'both%'").<String>getAs("evidence"))
                .isEqualTo("cpna_hidden 0.900, random weights 0.500, initial weights 0.550, 3 of 4 runs");
        assertThat(claim("sorted_runs", 2, "problem LIKE 'both%'").<Boolean>getAs("holds"))
                .isTrue();
        assertThat(claim("sorted_runs", 1, "problem LIKE 'one%'").<Boolean>getAs("holds"))
                .isNull();
    }

    @Test
    void aRetrainingThatIsPerhapsAsGoodDecidesNothing() {
        assertThat(claim("sorted_runs", 1, "problem LIKE 'unclear%'").<Boolean>getAs("holds"))
                .isNull();
    }

    @Test
    void theWidestNetworkIsComparedWithThoseOfHalfItsWidth() {
        assertThat(claim("hidden_nodes", 2, "data = 'wide-is-better'").<Boolean>getAs("holds"))
                .isFalse();
        assertThat(claim("hidden_nodes", 2, "data = 'wide-is-alike'").<Boolean>getAs("holds"))
                .isTrue();
    }

    @Test
    void aSpreadIsSmallerOnlyIfItClearlyIs() {
        assertThat(claim("pruning", 2, "problem LIKE 'narrower%'").<Boolean>getAs("holds"))
                .isTrue();
        assertThat(claim("pruning", 2, "problem LIKE 'wider%'").<Boolean>getAs("holds"))
                .isFalse();
        assertThat(claim("pruning", 2, "problem LIKE 'as-wide%'").<Boolean>getAs("holds"))
                .isNull();
    }

    /** Five networks pruned without and with normalisation, the latter better, with these steps between them. */
    private static void spread(MadeTrials trials, String data, double without, double with) {
        for (int i = -2; i <= 2; i++) {
            trials.row("data", data, "seed", i + 3L, "stage", "cpa_hidden", "test_auc", 0.5 + i * without);
            trials.row("data", data, "seed", i + 3L, "stage", "cpna_hidden", "test_auc", 0.75 + i * with);
        }
    }

    /** A network of 8, 16 and 32 units each, with these test AUCs. */
    private static void tested(MadeTrials trials, String data, double... testAucs) {
        for (int i = 0; i < testAucs.length; i++) {
            int h = 8 << i;
            trials.row("data", data, "hidden", "" + h, "h", h, "test_auc", testAucs[i]);
        }
    }

    /** Dense networks with these losses on one data set, the first with seed 1. */
    private static void minima(MadeTrials trials, int k, int p, int h, long repeat, double... losses) {
        for (int i = 0; i < losses.length; i++) {
            trials.row(
                    "k",
                    k,
                    "p",
                    p,
                    "hidden",
                    "" + h,
                    "h",
                    h,
                    "repeat",
                    repeat,
                    "seed",
                    i + 1L,
                    "train_loss",
                    losses[i]);
        }
    }

    /** A network of 8, 16 and 32 units each, with these train AUCs. */
    private static void widths(MadeTrials trials, String data, double... trainAucs) {
        for (int i = 0; i < trainAucs.length; i++) {
            int h = 8 << i;
            trials.row("data", data, "hidden", "" + h, "h", h, "train_auc", trainAucs[i]);
        }
    }

    private static void stages(MadeTrials trials, String data, double[] dense, double[] pruned) {
        for (int i = 0; i < dense.length; i++) {
            trials.row("data", data, "seed", i + 1L, "test_auc", dense[i]);
            trials.row("data", data, "seed", i + 1L, "test_auc", pruned[i], "stage", "cpna_hidden");
        }
    }

    /** A trial that diverges after its dense stage. */
    private static void died(MadeTrials trials, String data, long seed, double dense) {
        trials.row("data", data, "seed", seed, "test_auc", dense);
        trials.row("data", data, "seed", seed, "stage", "cpna_hidden", "status", "diverged", "message", "no");
    }

    private static void retrained(MadeTrials trials, String data, long seed, String stage, double auc) {
        trials.row("data", data, "seed", seed, "stage", stage, "test_auc", auc);
    }

    private static Row claim(String figure, int place, String where) {
        return spark.sql("SELECT * FROM (" + Question.sql("figures/" + figure + ".claims") + ") WHERE place = " + place
                        + " AND " + where)
                .collectAsList()
                .get(0);
    }
}
