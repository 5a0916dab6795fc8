package dev.trawl.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.data.XorSource;
import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {

    /** Results are found by their ids: an id that changes loses them. */
    @Test
    void idsNeverChange() {
        assertThat(Trials.small(1).id()).isEqualTo("120c1f2a0e55bf8f9e31c42d84b0a33f");
    }

    @Test
    void aPenaltyOfTheInputPhaseIsPartOfTheIdWhereItIsGiven() {
        Trial trial = Trials.small(1);
        assertThat(Trials.withInputPenalty(trial, 0.002).id()).isNotEqualTo(trial.id());
        assertThat(Trials.withInputPenalty(trial, 0.002).withSeed(2).l2OfInputPhase())
                .isEqualTo(0.002);
        assertThat(trial.l2OfInputPhase()).isEqualTo(trial.l2());
    }

    @Test
    void aPenaltyOfTheInputPhaseNeedsAPhaseOfItsOwn() {
        Trial together = Trials.small(1, Phases.TOGETHER, List.of(Stage.CPNA_ALL));
        assertThatThrownBy(() -> Trials.withInputPenalty(together, 0.002))
                .hasMessage("l2_input must be \"l2\" where both phases run together, not 0.002");
        assertThatThrownBy(() -> Trials.withInputPenalty(Trials.small(1), -1))
                .hasMessage("l2_input must be 0 or more, not -1.0");
    }

    @Test
    void moreConnectionsThanThereAreAreRefused() {
        assertThatThrownBy(() -> trial(0, 13, 9))
                .hasMessage("keep.hidden must be at most the 12 hidden connections there are, not 13");
        assertThatThrownBy(() -> trial(0, 4, 61))
                .hasMessage("keep.input must be 1 to the 60 input connections there are, not 61");
    }

    @Test
    void aBatchLargerThanTheDataIsRefused() {
        assertThatThrownBy(() -> trial(61, 4, 9)).hasMessage("batch must be at most n = 60, not 61");
    }

    private static Trial trial(int batch, int keepHidden, int keepInput) {
        return new Trial(
                new XorSource(3, 5, 60, 40),
                List.of(12),
                1,
                1,
                0.01,
                0,
                null,
                batch,
                new Epochs(10, 10, 10),
                List.of(Stage.values()),
                new Keep(List.of(keepHidden), keepInput),
                20,
                Normalise.IN_PLACE,
                Phases.HIDDEN_FIRST,
                Granularity.CONNECTIONS,
                0);
    }
}
