package dev.trawl.sweep;

import static dev.trawl.sweep.SweepText.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostTest {

    private static final String STAGES =
            "\"epochs\": {\"dense\": 400, \"hidden\": 2400, \"input\": 2400}, \"keep\": {\"hidden\": 16, \"input\": 32},"
                    + " \"p\": 40, \"n\": 3000, \"hidden\": 2048, \"stages\": ";

    @Test
    void aDenseTrialCostsItsTrainingAndLittleMore() {
        double training = 4.0 * 3000 * 40 * 2048 * 400;

        assertThat(cost(STAGES + "[\"dense\"]") / training).isBetween(1.0, 1.3);
    }

    @Test
    void pruningCostsFarLessThanTrainingAsLongWithoutIt() {
        double dense = cost(STAGES + "[\"dense\"]");

        assertThat((cost(STAGES + "[\"dense\", \"cpna_hidden\"]") - dense) / dense)
                .isBetween(0.1, 6 * 0.2);
    }

    @Test
    void moreStagesCostMore() {
        double dense = cost(STAGES + "[\"dense\"]");
        double hidden = cost(STAGES + "[\"dense\", \"cpna_hidden\"]");
        double all = cost(STAGES + "[\"dense\", \"cpna_hidden\", \"cpna_all\"]");
        double retrained = cost(STAGES + "[\"dense\", \"cpna_hidden\", \"cpna_all\", \"retrained_random\"]");
        double both = cost(
                STAGES + "[\"dense\", \"cpna_hidden\", \"cpna_all\", \"retrained_random\", \"retrained_initial\"]");

        assertThat((both - retrained) / (retrained - all)).isCloseTo(1, within(1e-9));
        assertThat(new double[] {dense, hidden, all, retrained, both})
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void moreOfAnythingCostsMore() {
        for (String setting :
                new String[] {"\"p\": %d", "\"n\": %d", "\"hidden\": %d", "\"epochs\": {\"dense\": %d}"}) {
            assertThat(cost(setting.formatted(200))).as(setting).isGreaterThan(cost(setting.formatted(100)));
        }
    }

    @Test
    void everyOrderOfPhasesHasACost() {
        String all = STAGES + "[\"cpna_all\"], \"phases\": ";
        double together = cost(all + "\"together\"");

        assertThat(cost(all + "\"hidden_first\"") / together).isCloseTo(1.04, within(0.05));
        assertThat(cost(all + "\"input_first\"") / together)
                .as("all units live through its first phase")
                .isCloseTo(1.83, within(0.05));
    }

    @Test
    void aCurveCostsTheScoresOfItsPoints() {
        String small = "\"n\": 100, \"hidden\": 5, \"epochs\": {\"dense\": 5000}, \"curves\": ";
        double none = cost(small + "0");
        double every = cost(small + "1");

        assertThat(every).isGreaterThan(10 * none);
        assertThat((cost(small + "10") - none) / (every - none)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void aDenseTrialMayHaveTheConnectionsToKeepOfADeeperNetwork() {
        assertThat(cost("\"hidden\": 128, \"keep\": {\"hidden\": \"64x16\"}")).isEqualTo(cost("\"hidden\": 128"));
    }

    @Test
    void ofStagesThatWereAskedForRowsAndPointsAreCounted() {
        String epochs = "{\"epochs\": {\"dense\": 30, \"hidden\": 20, \"input\": 10}, \"curves\": 10,"
                + " \"keep\": {\"hidden\": 4, \"input\": 8}, ";

        assertThat(plan(epochs + "\"stages\": [\"cpna_all\"]}").records(0)).isEqualTo(1 + 1);
        assertThat(plan(epochs + "\"stages\": [\"dense\", \"cpna_hidden\", \"retrained_random\"]}")
                        .records(0))
                .isEqualTo(3 + 3 + 2 + 6);
    }

    @Test
    void aTrialWithoutEpochsStillCostsSomething() {
        assertThat(cost("\"epochs\": {\"dense\": 0}")).isGreaterThan(1e6);
    }

    private static double cost(String settings) {
        return plan("{" + settings + "}").flops(0);
    }
}
