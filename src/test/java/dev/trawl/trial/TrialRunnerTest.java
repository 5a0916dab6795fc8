package dev.trawl.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.XorSource;
import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import dev.trawl.trial.StageOutcome.Died;
import dev.trawl.trial.StageOutcome.Finished;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialRunnerTest {

    @Test
    void everyStageAskedForGivesOneOutcomeInOrder() {
        assertThat(Trials.outcomes(Trials.small(1)))
                .extracting(StageOutcome::stage)
                .containsExactly(Stage.values());
    }

    @Test
    void aTrialIsAPureFunctionOfItsDescription() {
        assertThat(Trials.outcomes(Trials.small(7))).isEqualTo(Trials.outcomes(Trials.small(7)));
        assertThat(Trials.outcomes(Trials.small(7))).isNotEqualTo(Trials.outcomes(Trials.small(8)));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void noStageDependsOnWhichOthersWereAskedFor(Stage stage) {
        List<StageOutcome> alone = Trials.outcomes(Trials.small(3, Phases.HIDDEN_FIRST, List.of(stage)));
        assertThat(alone).hasSize(1);
        // The retrained networks' schedule is the whole trial's, whichever stages are asked for.
        assertThat(Trials.outcomes(Trials.small(3))).contains(alone.get(0));
    }

    @Test
    void pruningReachesItsTargets() {
        List<StageOutcome> outcomes = Trials.outcomes(Trials.small(1));
        Finished hidden = (Finished) outcomes.get(Stage.CPNA_HIDDEN.ordinal());
        Finished all = (Finished) outcomes.get(Stage.CPNA_ALL.ordinal());
        assertThat(hidden.anatomy().outputConnections()).isEqualTo(4);
        assertThat(hidden.anatomy().hiddenConnections()).isEqualTo(4 * 5);
        assertThat(all.anatomy().hiddenConnections()).isEqualTo(9);
    }

    @Test
    void retrainedNetworksHaveThePrunedOnesShapeAndTrainForTheWholeSchedule() {
        List<StageOutcome> outcomes = Trials.outcomes(Trials.small(1));
        for (Stage stage : List.of(Stage.RETRAINED_RANDOM, Stage.RETRAINED_INITIAL)) {
            Finished retrained = (Finished) outcomes.get(stage.ordinal());
            assertThat(retrained.epochs()).isEqualTo(40);
            assertThat(retrained.anatomy()).isEqualTo(((Finished) outcomes.get(Stage.CPNA_HIDDEN.ordinal())).anatomy());
        }
    }

    @Test
    void retrainingFromInitialWeightsStartsFromThoseOfTheUnitsLeft() {
        Trial trial = Trials.small(1);
        var whole = Retraining.original(trial);
        var pruner = dev.trawl.prune.Pruner.hidden(
                whole.copy(), List.of(4), Normalise.RANKING, Granularity.CONNECTIONS, 1, 0);
        var pruned = pruner.prune(whole.copy(), 1);
        var start = new Retraining(trial, pruned).start(Stage.RETRAINED_INITIAL);
        for (int unit = 0; unit < 4; unit++) {
            int original = pruned.units().get(0)[unit];
            for (int input = 0; input < 5; input++) {
                assertThat(start.state().layers().get(0).weights().get(input, unit))
                        .isEqualTo(whole.state().layers().get(0).weights().get(input, original));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Phases.class,
            names = {"INPUT_FIRST", "TOGETHER"})
    void otherOrdersOfPhasesReachBothTargets(Phases phases) {
        Finished all = (Finished) Trials.outcomes(Trials.small(2, phases, List.of(Stage.CPNA_ALL)))
                .get(0);
        assertThat(all.epochs()).isEqualTo(20);
        assertThat(all.anatomy().hiddenConnections()).isLessThanOrEqualTo(9);
        assertThat(all.anatomy().outputConnections()).isLessThanOrEqualTo(4);
    }

    @Test
    void aPenaltyOfTheInputPhaseChangesNothingBeforeIt() {
        List<StageOutcome> plain = Trials.outcomes(Trials.small(5));
        List<StageOutcome> other = Trials.outcomes(Trials.withInputPenalty(Trials.small(5), 0.1));
        for (Stage stage : Stage.values()) {
            boolean same = stage != Stage.CPNA_ALL;
            assertThat(other.get(stage.ordinal()).equals(plain.get(stage.ordinal())))
                    .as(stage.key())
                    .isEqualTo(same);
        }
        assertThat(Trials.outcomes(Trials.withInputPenalty(Trials.small(5), 0.001)))
                .as("said, but not another one")
                .isEqualTo(plain);
    }

    @Test
    void theInputPhaseHasItsPenaltyWhereItComesFirstToo() {
        Trial trial = Trials.small(5, Phases.INPUT_FIRST, List.of(Stage.CPNA_ALL));
        assertThat(Trials.outcomes(Trials.withInputPenalty(trial, 0.1))).isNotEqualTo(Trials.outcomes(trial));
        assertThat(Trials.outcomes(Trials.withInputPenalty(trial, 0.001))).isEqualTo(Trials.outcomes(trial));
    }

    @Test
    void aDivergenceIsAnOutcomeThatNamesItsStageAndEpochAndEndsTheTrial() {
        List<StageOutcome> outcomes = Trials.outcomes(diverging(new Epochs(50, 10, 10)));
        assertThat(outcomes).hasSize(1);
        Died died = (Died) outcomes.get(0);
        assertThat(died.status()).isEqualTo(Status.DIVERGED);
        assertThat(died.stage()).isEqualTo(Stage.DENSE);
        assertThat(died.message()).contains("epoch " + died.epochs() + " of dense");
    }

    /** Its loss was finite before the step that broke the network. */
    @Test
    void aDivergenceInTheLastEpochIsSeenToo() {
        assertThat(Trials.outcomes(diverging(new Epochs(1, 10, 10)))).hasSize(1).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(Died.class);
            assertThat(((Died) outcome).message()).contains("epoch 1 of dense");
        });
    }

    /** A loss that grows so far that Adam stands still stays finite: 3e20 after 1,100 epochs. */
    @Test
    void outgoingWeightsThatRunAwayAreADivergenceToo() {
        assertThat(runaway(1200).epochs()).isLessThan(1000);
        assertThat(runaway(500).epochs())
                .as("2e6 is no loss of a minimum, though a network may come back from there")
                .isEqualTo(500);
    }

    private static Died runaway(int epochs) {
        Trial trial = new Trial(
                new XorSource(3, 60, 500, 100),
                List.of(64),
                1,
                1,
                0.03,
                0.003,
                null,
                0,
                new Epochs(100, epochs, 0),
                List.of(Stage.CPNA_HIDDEN),
                new Keep(List.of(12), 0),
                20,
                Normalise.IN_PLACE,
                Phases.HIDDEN_FIRST,
                Granularity.CONNECTIONS,
                0);
        Died died = (Died) Trials.outcomes(trial).get(0);
        assertThat(died.status()).isEqualTo(Status.DIVERGED);
        assertThat(died.stage()).isEqualTo(Stage.CPNA_HIDDEN);
        return died;
    }

    @Test
    void aDivergenceOfALaterStageNamesThatStagesEpochAndLeavesTheStagesThatDoNotGoOnFromIt() {
        List<StageOutcome> outcomes = Trials.outcomes(Trials.withInputPenalty(Trials.small(1), 1e300));
        assertThat(outcomes).extracting(StageOutcome::stage).containsExactly(Stage.values());
        Died died = (Died) outcomes.get(3);
        assertThat(died.epochs()).isBetween(1, 10);
        assertThat(died.message()).contains("epoch " + died.epochs() + " of cpna_all");
        assertThat(outcomes).filteredOn(Died.class::isInstance).hasSize(1);
        assertThat(outcomes.subList(4, 6))
                .as("as if the stage that died had not been asked for")
                .isEqualTo(Trials.outcomes(Trials.small(
                        1, Phases.HIDDEN_FIRST, List.of(Stage.RETRAINED_RANDOM, Stage.RETRAINED_INITIAL))));
    }

    @Test
    void curvePointsComeEverySoManyEpochsAndLeaveTheResultsAlone() {
        Trial plain = Trials.small(4, Phases.HIDDEN_FIRST, List.of(Stage.DENSE, Stage.CPNA_HIDDEN, Stage.CPNA_ALL));
        assertThat(Trials.points(Trials.curved(plain, 8)))
                .extracting(CurvePoint::epoch)
                .containsExactly(8, 16, 24, 32, 40);
        assertThat(Trials.outcomes(Trials.curved(plain, 8))).isEqualTo(Trials.outcomes(plain));
    }

    @Test
    void theLastPointOfAStageHasTheScoresOfItsRow() {
        Trial trial = Trials.curved(Trials.small(4), 10);
        assertThat(Trials.points(trial))
                .extracting(CurvePoint::epoch)
                .as("from the start of the networks that came to the stage")
                .containsExactly(10, 20, 30, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40);
        for (StageOutcome outcome : Trials.outcomes(trial)) {
            CurvePoint last = Trials.points(trial).stream()
                    .filter(point -> point.stage() == outcome.stage())
                    .reduce((first, second) -> second)
                    .orElseThrow();
            Measures measures = ((Finished) outcome).measures();
            assertThat(last.train()).isEqualTo(measures.train());
            assertThat(last.test()).isEqualTo(measures.test());
            assertThat(last.anatomy()).isEqualTo(((Finished) outcome).anatomy());
        }
    }

    @Test
    void stagesThatWereNotAskedForHaveNoPoints() {
        Trial trial = Trials.small(4, Phases.HIDDEN_FIRST, List.of(Stage.CPNA_ALL));
        assertThat(Trials.points(Trials.curved(trial, 5)))
                .extracting(CurvePoint::epoch)
                .containsExactly(35, 40);
    }

    @Test
    void withInputsFirstTheyAreGoneBeforeHiddenConnectionsAre() {
        Trial trial = Trials.small(2, Phases.INPUT_FIRST, List.of(Stage.CPNA_ALL));
        List<CurvePoint> points = Trials.points(Trials.curved(trial, 10));
        assertThat(points).extracting(CurvePoint::epoch).containsExactly(30, 40);
        assertThat(points.get(0).anatomy().hiddenConnections()).isEqualTo(9);
        assertThat(points.get(0).anatomy().outputConnections()).isGreaterThan(4);
        assertThat(points.get(1).anatomy().outputConnections()).isLessThanOrEqualTo(4);
    }

    /** The first of the two phases that it has. */
    @Test
    void withInputsFirstTheirPenaltyCountsFromTheFirstEpoch() {
        Trial trial = Trials.curved(Trials.small(2, Phases.INPUT_FIRST, List.of(Stage.CPNA_ALL)), 10);
        assertThat(Trials.points(Trials.withInputPenalty(trial, 0.1)).get(0))
                .isNotEqualTo(Trials.points(trial).get(0));
    }

    private static Trial diverging(Epochs epochs) {
        return new Trial(
                new XorSource(3, 5, 60, 40),
                List.of(12, 12),
                1,
                1,
                1e20,
                0,
                null,
                0,
                epochs,
                List.of(Stage.DENSE, Stage.CPNA_HIDDEN),
                new Keep(List.of(4, 4), 9),
                20,
                Normalise.IN_PLACE,
                Phases.HIDDEN_FIRST,
                Granularity.CONNECTIONS,
                0);
    }
}
