package dev.trawl.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.data.DataSource;
import dev.trawl.data.Division;
import dev.trawl.data.RealSource;
import dev.trawl.data.UciSet;
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
        assertThat(asked(new RealSource(UciSet.CAR, Division.whole()), Stage.DENSE)
                        .id())
                .isEqualTo("b9380a35b3e0f40f4ff1cdf68b139b94");
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
                .hasMessage("keep.hidden must be at most 12, the connections above hidden layer 1, not 13");
        assertThatThrownBy(() -> trial(0, 4, 61))
                .hasMessage("keep.input must be 1 to the 60 input connections there are, not 61");
    }

    @Test
    void nodePruningCountsUnitsAndEveryLayerItsOwnConnections() {
        Phases first = Phases.HIDDEN_FIRST;
        assertThatThrownBy(() -> pruned(List.of(7, 5), new Keep(List.of(8, 1), 0), first, Granularity.UNITS))
                .hasMessage("keep.hidden must be at most 7, the units of hidden layer 1, not 8");
        Keep both = new Keep(List.of(35, 6), 0);
        assertThatThrownBy(() -> pruned(List.of(7, 5), both, first, Granularity.CONNECTIONS))
                .hasMessage("keep.hidden must be at most 5, the connections above hidden layer 2, not 6");
        Keep lower = new Keep(List.of(36, 5), 0);
        assertThatThrownBy(() -> pruned(List.of(7, 5), lower, first, Granularity.CONNECTIONS))
                .hasMessage("keep.hidden must be at most 35, the connections above hidden layer 1, not 36");
    }

    @Test
    void aPhaseHasATargetAndHiddenStagesTheHiddenPhaseAlone() {
        assertThatThrownBy(() -> trial(0, 4, 0))
                .hasMessage("keep.input must be 1 to the 60 input connections there are, not 0");
        Keep keep = new Keep(List.of(4), 0);
        assertThatThrownBy(() -> pruned(List.of(7), keep, Phases.INPUT_FIRST, Granularity.CONNECTIONS))
                .hasMessage("phases input_first has no stage of the hidden phase alone: ask for cpna_all only");
    }

    @Test
    void theOrderInWhichStagesAreAskedForDoesNotMatter() {
        DataSource data = new XorSource(3, 5, 60, 40);
        assertThat(asked(data, Stage.DENSE, Stage.CPNA_HIDDEN, Stage.DENSE))
                .isEqualTo(asked(data, Stage.CPNA_HIDDEN, Stage.DENSE));
    }

    @Test
    void aBatchLargerThanTheDataIsRefused() {
        assertThatThrownBy(() -> trial(61, 4, 9)).hasMessage("batch must be at most n = 60, not 61");
        assertThat(trial(60, 4, 9).batch()).isEqualTo(60);
    }

    @Test
    void anotherSeedChangesNothingElse() {
        Trial trial = Trials.curved(Trials.withInputPenalty(Trials.small(1), 0.002), 3);
        assertThat(trial.withSeed(2)).isNotEqualTo(trial);
        assertThat(trial.withSeed(2).withSeed(1)).isEqualTo(trial);
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

    private static Trial asked(DataSource data, Stage... stages) {
        return trial(
                data,
                List.of(7),
                List.of(stages),
                new Keep(List.of(4), 0),
                Phases.HIDDEN_FIRST,
                Granularity.CONNECTIONS);
    }

    private static Trial pruned(List<Integer> hidden, Keep keep, Phases phases, Granularity prune) {
        return trial(new XorSource(3, 5, 60, 40), hidden, List.of(Stage.CPNA_HIDDEN), keep, phases, prune);
    }

    private static Trial trial(
            DataSource data, List<Integer> hidden, List<Stage> stages, Keep keep, Phases phases, Granularity prune) {
        Epochs epochs = new Epochs(10, 10, 10);
        return new Trial(
                data, hidden, 1, 1, 0.01, 0, null, 0, epochs, stages, keep, 20, Normalise.IN_PLACE, phases, prune, 0);
    }
}
