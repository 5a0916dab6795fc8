package dev.trawl.sweep;

import static dev.trawl.sweep.SweepText.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.trial.Trial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void trialsStandCostliestFirst() {
        Plan plan = plan("{\"p\": [4, 40, 10], \"hidden\": [8, 64]}", "{\"n\": 500000}");

        assertThat(LongStream.range(0, plan.size()).mapToObj(plan::flops))
                .hasSize(7)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(plan.trial(0).data().trainRows()).isEqualTo(500_000);
    }

    @Test
    void equalCostsStandInTheOrderOfTheFile() {
        Plan plan = plan("{\"lr\": [0.3, 0.1], \"mu\": [1, 2]}", "{\"lr\": 0.2}");

        assertThat(trials(plan).stream().map(trial -> trial.learningRate() + " " + trial.mu()))
                .containsExactly("0.3 1.0", "0.3 2.0", "0.1 1.0", "0.1 2.0", "0.2 20.0");
    }

    @Test
    void withinACellSeedsTurnFasterThanRepeats() {
        Plan plan = plan("{\"repeat\": \"1..2\", \"seed\": [5, 3]}");

        assertThat(trials(plan).stream().map(trial -> trial.repeat() + " " + trial.seed()))
                .containsExactly("1 5", "1 3", "2 5", "2 3");
    }

    @Test
    void theCostOfATrialIsItsOwn() {
        Plan plan = Plan.of(SweepText.read(SweepText.FIGURE, "seed=1..2"));

        double sum = 0;
        for (long index = 0; index < plan.size(); index++) {
            assertThat(plan.flops(index)).isEqualTo(Cost.of(plan.trial(index)));
            sum += plan.flops(index);
        }
        assertThat(plan.totalFlops()).isCloseTo(sum, Percentage.withPercentage(1e-9));
    }

    @Test
    void rowsAreTrialsTimesTheirStages() {
        Plan plan = Plan.of(SweepText.read(SweepText.FIGURE));

        assertThat(plan.size()).isEqualTo(3000 + 6000 + 10);
        assertThat(plan.rows()).isEqualTo(3000 + 6000 + 5 * 10);
    }

    @Test
    void noTrialHasTheIdOfAnother() {
        Plan plan = Plan.of(SweepText.read(SweepText.FIGURE, "repeat=1..2"));
        Set<String> ids = new HashSet<>();
        for (Trial trial : trials(plan)) {
            ids.add(trial.id());
        }

        assertThat(ids).hasSize((int) plan.size());
    }

    @Test
    void aPlanIsTheSameAfterTheWireAndSmallOnIt() throws Exception {
        Plan plan = Plan.of(SweepText.read(SweepText.FIGURE));
        byte[] bytes = bytes(plan);

        assertThat(bytes).hasSizeLessThan(4000);
        Plan arrived = (Plan) new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
        assertThat(trials(arrived)).isEqualTo(trials(plan));
    }

    @Test
    void anIndexOutsideThePlanIsRefused() {
        assertThatThrownBy(() -> plan("{}").trial(1)).hasMessage("trial 1 of a plan of 1");
    }

    @Test
    void aMillionTrialsArePlannedWithoutAListOfThem() throws Exception {
        Plan plan = plan("{\"repeat\": \"1..1000\", \"seed\": \"1..1000\"}");

        assertThat(plan.size()).isEqualTo(1_000_000);
        assertThat(bytes(plan)).hasSizeLessThan(2000);
        assertThat(plan.trial(999_999).seed()).isEqualTo(1000);
        assertThat(plan.bins(new BitSet(), plan.totalFlops() / 50, 1)).hasSize(50);
    }

    private static byte[] bytes(Plan plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(plan);
        return bytes.toByteArray();
    }

    private static List<Trial> trials(Plan plan) {
        return LongStream.range(0, plan.size()).mapToObj(plan::trial).toList();
    }
}
