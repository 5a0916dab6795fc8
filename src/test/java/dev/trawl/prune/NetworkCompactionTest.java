package dev.trawl.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.RandomStreams;
import dev.trawl.kernel.Networks;
import dev.trawl.kernel.TrainingState;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCompactionTest {

    private static final int ROWS = 50;
    private static final float ROUNDING = 1e-5f;

    private final RandomGenerator random = RandomStreams.stream("test");

    @ParameterizedTest
    @ValueSource(strings = {"8x30x1", "8x20x4", "8x15x12x3"})
    void takingUnitsOutOfTheArraysLeavesTheOutputsUnchanged(String widths) {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random(widths, random)));
        FMatrixRMaj x = Networks.random(ROWS, 8, 1, random);
        for (int l = 0; l < network.state().layers().size(); l++) {
            int connections = (int) network.connections(l);
            Connections.keepLargest(
                    network.state(), l, Ranking.connections(network.state(), l, Normalise.NONE), connections / 8);
        }
        float[] masked = Networks.logits(network.state(), x);
        SubNetwork compact = NetworkCompaction.compact(network);
        assertThat(compact.hiddenUnits() + compact.inputs().length)
                .isLessThan(network.hiddenUnits() + network.inputs().length);
        assertThat(Networks.logits(compact.state(), columns(x, compact.inputs())))
                .containsExactly(masked, within(ROUNDING));
    }

    @Test
    void howeverOftenANetworkShrinksItKnowsItsOriginalInputsAndUnits() {
        SubNetwork network = SubNetwork.whole(TrainingState.of(Networks.random("9x8x1", random)));
        for (int round = 0; round < 2; round++) {
            Connections.removeOutgoing(network.state(), 0, 1);
            Connections.removeOutgoing(network.state(), 1, 2);
            network = NetworkCompaction.compact(network);
        }
        assertThat(network.inputs()).containsExactly(0, 3, 4, 5, 6, 7, 8);
        assertThat(network.units().get(0)).containsExactly(0, 1, 4, 5, 6, 7);
    }

    @Test
    void aUnitThatLeavesTakesItsMomentsAlong() {
        TrainingState state = TrainingState.of(Networks.random("3x5x1", random));
        for (int i = 0; i < 15; i++) {
            state.firstMoments().get(0).weights().data[i] = i;
        }
        Connections.removeOutgoing(state, 1, 2);
        SubNetwork compact = NetworkCompaction.compact(SubNetwork.whole(state.withSteps(7)));
        assertThat(compact.units().get(0)).containsExactly(0, 1, 3, 4);
        assertThat(compact.state().firstMoments().get(0).weights().data)
                .containsExactly(0, 1, 3, 4, 5, 6, 8, 9, 10, 11, 13, 14);
        assertThat(compact.state().steps()).as("Adam goes on").isEqualTo(7);
    }

    @Test
    void aRemovedConnectionTakesItsMomentsAlong() {
        TrainingState state = TrainingState.of(Networks.random("2x3x1", random));
        state.firstMoments().get(0).weights().setTo(Networks.random(2, 3, 1, random));
        state.secondMoments().get(0).weights().setTo(Networks.random(2, 3, 1, random));
        Connections.remove(state, 0, 4);
        for (FMatrixRMaj matrix : List.of(
                state.masks().get(0),
                state.layers().get(0).weights(),
                state.firstMoments().get(0).weights(),
                state.secondMoments().get(0).weights())) {
            assertThat(matrix.data[4]).isZero();
            assertThat(matrix.data[3]).isNotZero();
        }
    }

    /** Input 1 feeds a unit that feeds nothing but a unit that feeds nothing. */
    @Test
    void anInputOfUnitsThatLeaveLeavesWithThem() {
        TrainingState state = TrainingState.of(Networks.random("2x2x2x1", random));
        Connections.remove(state, 0, 1);
        Connections.remove(state, 0, 2);
        Connections.remove(state, 1, 2);
        Connections.removeOutgoing(state, 2, 1);
        SubNetwork compact = NetworkCompaction.compact(SubNetwork.whole(state));
        assertThat(compact.inputs()).containsExactly(0);
        assertThat(compact.units()).containsExactly(new int[] {0}, new int[] {0});
    }

    @Test
    void aNetworkThatLostAllConnectionsKeepsOneInputAndAUnitALayer() {
        TrainingState state = TrainingState.of(Networks.random("3x4x2x1", random));
        Connections.removeOutgoing(state, 2, 0);
        Connections.removeOutgoing(state, 2, 1);
        SubNetwork compact = NetworkCompaction.compact(SubNetwork.whole(state));
        assertThat(compact.inputs()).containsExactly(0);
        assertThat(compact.units()).containsExactly(new int[] {0}, new int[] {0});
    }

    private static FMatrixRMaj columns(FMatrixRMaj x, int[] columns) {
        int[] rows = new int[x.numRows];
        Arrays.setAll(rows, row -> row);
        return Submatrix.of(x, rows, columns);
    }
}
