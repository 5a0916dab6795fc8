package dev.trawl.sweep;

import static dev.trawl.sweep.SweepText.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BinTest {

    private static final String SMALL = "{\"p\": \"4..40 step 4\", \"hidden\": [8, 64, 512], \"seed\": \"1..20\"}";

    @Test
    void everyPendingTrialIsInOneBin() {
        Plan plan = plan(SMALL);
        SplittableRandom random = new SplittableRandom(1);
        for (double share : new double[] {0, 0.1, 0.5, 0.99, 1}) {
            BitSet done = new BitSet();
            for (int index = 0; index < plan.size(); index++) {
                done.set(index, random.nextDouble() < share);
            }
            BitSet found = (BitSet) done.clone();
            for (Bin bin : plan.bins(done, plan.totalFlops() / 50, 10)) {
                bin.forEach(index -> {
                    assertThat(found.get((int) index)).isFalse();
                    found.set((int) index);
                });
            }
            assertThat(found.cardinality()).isEqualTo((int) plan.size());
        }
    }

    @Test
    void binsOfManyTrialsCostAboutTheSame() {
        Plan plan = plan(SMALL.replace("1..20", "1..1000"));
        List<Bin> bins = plan.bins(new BitSet(), plan.totalFlops() / 100, 1);

        double mean = plan.totalFlops() / bins.size();
        assertThat(bins).hasSizeBetween(99, 101);
        assertThat(bins).allMatch(bin -> Math.abs(bin.flops() - mean) < 0.06 * mean);
    }

    @Test
    void theCostliestBinIsFirst() {
        Plan plan = plan(SMALL, "{\"n\": 100000}");

        assertThat(plan.bins(new BitSet(), plan.totalFlops() / 30, 1))
                .isSortedAccordingTo(Comparator.comparingDouble(Bin::flops).reversed());
    }

    @Test
    void aTrialAboveTheGoalHasABinOfItsOwn() {
        Plan plan = plan("{\"n\": 1000000, \"seed\": \"1..3\"}", "{\"seed\": \"1..300\"}");
        List<Bin> bins = plan.bins(new BitSet(), 100 * plan.flops(plan.size() - 1), 1);

        assertThat(bins.subList(0, 3)).allMatch(bin -> bin.size() == 1);
    }

    @Test
    void costlyTrialsDoNotLeaveBinsOfOneToTheCheap() {
        Plan plan = plan("{\"n\": 1000000, \"seed\": \"1..300\"}", "{\"seed\": \"1..300\"}");
        List<Bin> bins = plan.bins(new BitSet(), 100 * plan.flops(plan.size() - 1), 1);

        assertThat(bins).hasSizeBetween(303, 304);
    }

    @Test
    void longCurvesMakeSmallBinsHoweverCheapTheirTrials() {
        Plan plan = plan("{\"n\": 1, \"epochs\": {\"dense\": 5000}, \"curves\": 1, \"seed\": \"1..100\"}");

        assertThat(plan.bins(new BitSet(), 1e300, 1)).hasSize(25).allMatch(bin -> bin.size() == 4);
    }

    @Test
    void manyBinsAreAskedForBesideCostlyTrialsToo() {
        Plan plan = plan("{\"n\": 1000000, \"seed\": \"1..3\"}", "{\"seed\": \"1..300\"}");

        assertThat(plan.bins(new BitSet(), 1e300, 20)).hasSize(20);
    }

    @Test
    void thereAreAsManyBinsAsAskedForWhereTrialsAllow() {
        Plan plan = plan("{\"seed\": \"1..100\"}");

        assertThat(plan.bins(new BitSet(), 1e300, 20)).hasSize(20).allMatch(bin -> bin.size() == 5);
        assertThat(plan.bins(new BitSet(), 1e300, 1000)).hasSize(100);
    }

    @Test
    void tasksAreSeveralACoreAndOfAFewThousandPendingTrialsAtMost() {
        Plan plan = plan("{\"seed\": \"1..100000\"}");
        BitSet done = new BitSet();

        assertThat(plan.tasks(done, 4, 1e300)).hasSize(50);
        assertThat(plan.tasks(done, 10, 1e300)).hasSize(100);
        done.set(0, 60_000);
        assertThat(plan.tasks(done, 1, 1e300)).hasSize(20);
    }

    @Test
    void aBinKnowsTheCostOfItsTrials() {
        Plan plan = plan(SMALL);
        for (Bin bin : plan.bins(new BitSet(), plan.totalFlops() / 7, 1)) {
            double[] sum = {0};
            bin.forEach(index -> sum[0] += plan.flops(index));
            assertThat(bin.flops()).isEqualTo(sum[0]);
        }
    }

    @Test
    void nothingPendingNeedsNoBin() {
        Plan plan = plan("{\"seed\": \"1..100\"}");
        BitSet done = new BitSet();
        done.set(0, 100);

        assertThat(plan.bins(done, 1e9, 20)).isEmpty();
    }
}
