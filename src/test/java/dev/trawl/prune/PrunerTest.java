package dev.trawl.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.RandomStreams;
import dev.trawl.kernel.Layer;
import dev.trawl.kernel.Networks;
import dev.trawl.kernel.TrainingState;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrunerTest {

    private static final int ROWS = 50;
    private static final int EPOCHS = 40;
    private static final float ROUNDING = 1e-5f;

    private final RandomGenerator random = RandomStreams.stream("test");

    @ParameterizedTest
    @ValueSource(strings = {"6x30x1", "6x20x5", "6x12x10x8x1"})
    void normalisingLeavesTheOutputsUnchanged(String widths) {
        TrainingState state = TrainingState.of(Networks.random(widths, random));
        FMatrixRMaj x = Networks.random(ROWS, 6, 1, random);
        float[] before = Networks.logits(state, x);
        for (int l = 0; l + 1 < state.layers().size(); l++) {
            UnitNorms.normalise(state, l);
            for (double norm : UnitNorms.of(state.layers().get(l))) {
                assertThat(norm).isCloseTo(1, within(1e-6));
            }
        }
        assertThat(Networks.logits(state, x)).containsExactly(before, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource(Normalise.class)
    void exactlyTheScheduledConnectionsSurviveEachEpochAndNoneReturns(Normalise normalise) {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random("6x50x3", random)));
        Pruner pruner = Pruner.hidden(network, List.of(7), normalise, Granularity.CONNECTIONS, EPOCHS, 5);
        AnnealingSchedule schedule = new AnnealingSchedule(150, 7, EPOCHS, 5);
        Set<String> earlier = outgoing(network);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            network = pruner.prune(network, epoch);
            Set<String> survivors = outgoing(network);
            assertThat(survivors).hasSize((int) schedule.connections(epoch));
            assertThat(earlier).containsAll(survivors);
            earlier = survivors;
        }
        assertThat(network.hiddenUnits()).isLessThanOrEqualTo(7);
    }

    @Test
    void exactlyTheScheduledInputConnectionsSurviveEachEpoch() {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random("20x30x1", random)));
        Pruner pruner = Pruner.input(network, 11, EPOCHS, 5);
        AnnealingSchedule schedule = new AnnealingSchedule(600, 11, EPOCHS, 5);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            network = pruner.prune(network, epoch);
            assertThat(network.connections(0)).isEqualTo(schedule.connections(epoch));
        }
        assertThat(network.inputs().length).isLessThanOrEqualTo(11);
    }

    /** Inputs of units that the other phase has just cut off would count, and be lost on top. */
    @Test
    void exactlyTheScheduledInputConnectionsSurviveBothPhasesTogether() {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random("20x60x1", random)));
        Pruner hidden = Pruner.hidden(network, List.of(30), Normalise.RANKING, Granularity.CONNECTIONS, EPOCHS, 5);
        Pruner both = hidden.with(Pruner.input(network, 300, EPOCHS, 5));
        AnnealingSchedule inputs = new AnnealingSchedule(1200, 300, EPOCHS, 5);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            long living = hidden.prune(network.copy(), epoch).connections(0);
            network = both.prune(network, epoch);
            assertThat(network.connections(0)).isEqualTo(Math.min(inputs.connections(epoch), living));
        }
        assertThat(network.connections(0)).isEqualTo(300);
    }

    /** After it all units have input connections of the same norm, and by their magnitude none would ever die. */
    @ParameterizedTest
    @ValueSource(floats = {0.01f, 1, 100})
    void unitsThatMatterLittleLoseTheirInputsThoughTheOtherPhaseRescalesThem(float factor) {
        Layer below = Networks.random("6x4x1", random).get(0);
        Layer above = Layer.zeros(4, 1);
        for (int unit = 0; unit < 4; unit++) {
            double norm = UnitNorms.of(below)[unit];
            float scale = (float) ((unit < 2 ? 1 : factor) / norm);
            for (int input = 0; input < 6; input++) {
                below.weights().set(input, unit, scale * below.weights().get(input, unit));
            }
            above.weights().set(unit, 0, unit < 2 ? 1 : 1e-4f / factor);
        }
        SubNetwork whole = SubNetwork.whole(TrainingState.of(List.of(below, above)));
        Pruner hidden = Pruner.hidden(whole, List.of(4), Normalise.IN_PLACE, Granularity.CONNECTIONS, 1, 0);
        SubNetwork left = hidden.with(Pruner.input(whole, 12, 1, 0)).prune(whole, 1);
        assertThat(left.units().get(0)).containsExactly(0, 1);
    }

    @Test
    void nodePruningLeavesExactlyTheScheduledUnitsWithAllTheirConnections() {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random("6x40x5", random)));
        Pruner pruner = Pruner.hidden(network, List.of(4), Normalise.IN_PLACE, Granularity.UNITS, EPOCHS, 5);
        AnnealingSchedule schedule = new AnnealingSchedule(40, 4, EPOCHS, 5);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            network = pruner.prune(network, epoch);
            assertThat((long) network.hiddenUnits()).isEqualTo(schedule.connections(epoch));
            assertThat(network.connections(1)).isEqualTo(5L * network.hiddenUnits());
        }
    }

    @Test
    void theLargestConnectionsSurvive() {
        TrainingState state = TrainingState.of(Networks.random("20x30x3", random));
        FMatrixRMaj before = state.layers().get(0).weights().copy();
        SubNetwork whole = SubNetwork.whole(state);
        SubNetwork pruned = Pruner.input(whole, 100, 1, 0).prune(whole, 1);

        double[] largest = magnitudes(before);
        assertThat(magnitudes(pruned.state().layers().get(0).weights())).endsWith(tail(largest, 100));
        assertThat(pruned.connections(0)).isEqualTo(100);
    }

    /** A unit of long incoming weights counts for more than its outgoing weight says. */
    @ParameterizedTest
    @EnumSource(
            value = Normalise.class,
            names = {"IN_PLACE", "RANKING"})
    void normalisingRanksByTheProductOfBothSides(Normalise normalise) {
        assertThat(survivor(normalise, Granularity.CONNECTIONS)).isEqualTo(1);
        assertThat(survivor(normalise, Granularity.UNITS)).isEqualTo(1);
        assertThat(survivor(Normalise.NONE, Granularity.CONNECTIONS)).isZero();
        assertThat(survivor(Normalise.NONE, Granularity.UNITS)).isZero();
    }

    /** Which of three units is left: outgoing weights 0.5, 0.2, -0.01, incoming ones of norm 1, 5 and 10. */
    private static int survivor(Normalise normalise, Granularity granularity) {
        Layer below = Layer.zeros(2, 3);
        below.weights().set(0, 0, 1f);
        below.weights().set(0, 1, 3f);
        below.weights().set(1, 1, -4f);
        below.weights().set(1, 2, 10f);
        Layer above = Layer.zeros(3, 1);
        above.weights().set(0, 0, 0.5f);
        above.weights().set(1, 0, 0.2f);
        above.weights().set(2, 0, -0.01f);
        SubNetwork whole = SubNetwork.whole(TrainingState.of(List.of(below, above)));
        SubNetwork left =
                Pruner.hidden(whole, List.of(1), normalise, granularity, 1, 0).prune(whole, 1);
        assertThat(left.units().get(0)).hasSize(1);
        return left.units().get(0)[0];
    }

    @Test
    void everyLayerOfADeepNetworkReachesItsTarget() {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random("6x20x15x10x3", random)));
        Pruner pruner =
                Pruner.hidden(network, List.of(60, 40, 12), Normalise.IN_PLACE, Granularity.CONNECTIONS, EPOCHS, 5);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            network = pruner.prune(network, epoch);
        }
        assertThat(network.connections(1)).isLessThanOrEqualTo(60);
        assertThat(network.connections(2)).isLessThanOrEqualTo(40);
        assertThat(network.connections(3)).isLessThanOrEqualTo(12).isPositive();
    }

    @Test
    void normalisingLeavesAUnitWithoutWeightsAsItIs() {
        TrainingState state = TrainingState.of(List.of(Layer.zeros(2, 1), Layer.zeros(1, 1)));
        state.layers().get(0).biases().data[0] = 0.5f;
        state.layers().get(1).weights().data[0] = -3f;
        UnitNorms.normalise(state, 0);
        assertThat(state.layers().get(0).weights().data).containsExactly(0, 0);
        assertThat(state.layers().get(0).biases().data).containsExactly(0.5f);
        assertThat(state.layers().get(1).weights().data).containsExactly(-3f);
    }

    /** Units grow between epochs, also in those that remove nothing. */
    @Test
    void unitsAreNormalisedInPlaceBeforeEveryEpoch() {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random("4x6x1", random)));
        Pruner pruner = Pruner.hidden(network, List.of(6), Normalise.IN_PLACE, Granularity.CONNECTIONS, 2, 20);
        assertThat(pruner.isDue(network, 2)).isTrue();
        assertThat(pruner.prune(network, 2)).isSameAs(network);
        assertThat(UnitNorms.of(network.state().layers().get(0))).containsOnly(new double[] {1}, within(1e-6));
    }

    @Test
    void withoutNormalisingPruningIsDueWhereItRemovesConnections() {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random("6x50x1", random)));
        Pruner pruner = Pruner.hidden(network, List.of(7), Normalise.NONE, Granularity.CONNECTIONS, EPOCHS, 1);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            boolean due = pruner.isDue(network, epoch);
            long before = network.connections(1);
            network = pruner.prune(network, epoch);
            assertThat(due).isEqualTo(network.connections(1) < before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6x50x1", "6x50x3"})
    void rankingByNormRemovesTheSameConnectionsAsNormalisingInPlaceAndChangesNoWeight(String widths) {
        List<Layer> layers = Networks.random(widths, random);
        SubNetwork inPlace = SubNetwork.whole(TrainingState.of(layers).copy());
        SubNetwork ranked = SubNetwork.whole(TrainingState.of(layers).copy());
        SubNetwork afterInPlace = Pruner.hidden(inPlace, List.of(9), Normalise.IN_PLACE, Granularity.CONNECTIONS, 1, 0)
                .prune(inPlace, 1);
        SubNetwork afterRanked = Pruner.hidden(ranked, List.of(9), Normalise.RANKING, Granularity.CONNECTIONS, 1, 0)
                .prune(ranked, 1);
        assertThat(outgoing(afterRanked)).hasSize(9).isEqualTo(outgoing(afterInPlace));
        int first = afterRanked.units().get(0)[0];
        assertThat(afterRanked.state().layers().get(0).weights().get(0, 0))
                .isEqualTo(layers.get(0).weights().get(0, first));
    }

    private static Set<String> outgoing(SubNetwork network) {
        Set<String> connections = new HashSet<>();
        FMatrixRMaj mask = network.state().masks().get(1);
        for (int i = 0; i < mask.getNumElements(); i++) {
            if (mask.data[i] != 0) {
                connections.add(network.units().get(0)[i / mask.numCols] + "->" + i % mask.numCols);
            }
        }
        return connections;
    }

    /** |w|, ascending. */
    private static double[] magnitudes(FMatrixRMaj weights) {
        return IntStream.range(0, weights.getNumElements())
                .mapToDouble(i -> Math.abs(weights.data[i]))
                .sorted()
                .toArray();
    }

    private static double[] tail(double[] values, int count) {
        return Arrays.copyOfRange(values, values.length - count, values.length);
    }
}
