package dev.trawl.prune;

import dev.trawl.kernel.Layer;
import dev.trawl.kernel.TrainingState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Takes units and inputs without connections out of the arrays, with their moments, so that later epochs cost less. The
 * network's function stays. A layer keeps at least one unit, and the network one input.
 */
final class NetworkCompaction {

    private NetworkCompaction() {}

    /** The smaller network, or {@code network} itself if nothing leaves. Changes {@code network}'s matrices. */
    static SubNetwork compact(SubNetwork network) {
        TrainingState state = network.state();
        int hidden = state.layers().size() - 1;
        while (retireUnits(state)) {
            // a unit that leaves may take the last connection of another with it
        }
        int[] inputs = where(
                state.inputs(), input -> Connections.hasOutgoing(state.masks().get(0), input));
        List<int[]> units = new ArrayList<>();
        for (int l = 0; l < hidden; l++) {
            FMatrixRMaj above = state.masks().get(l + 1);
            units.add(where(above.numRows, unit -> Connections.hasOutgoing(above, unit)));
        }
        int left =
                inputs.length + units.stream().mapToInt(layer -> layer.length).sum();
        if (left == network.inputs().length + network.hiddenUnits()) {
            return network;
        }
        return select(network, inputs, units);
    }

    /** Cuts units off that lost all outgoing or all incoming connections. Returns whether there were any. */
    private static boolean retireUnits(TrainingState state) {
        boolean retired = false;
        for (int l = 0; l + 1 < state.layers().size(); l++) {
            FMatrixRMaj incoming = state.masks().get(l);
            FMatrixRMaj outgoing = state.masks().get(l + 1);
            for (int unit = 0; unit < incoming.numCols; unit++) {
                boolean fed = Connections.hasIncoming(incoming, unit);
                boolean feeds = Connections.hasOutgoing(outgoing, unit);
                if (fed && !feeds) {
                    Connections.removeIncoming(state, l, unit);
                } else if (feeds && !fed) {
                    foldConstant(state, l, unit);
                    Connections.removeOutgoing(state, l + 1, unit);
                }
                retired |= fed != feeds;
            }
        }
        return retired;
    }

    /** A unit without inputs gives relu(b) for every row: its share moves into the biases above. */
    private static void foldConstant(TrainingState state, int l, int unit) {
        float constant = Math.max(state.layers().get(l).biases().data[unit], 0f);
        Layer above = state.layers().get(l + 1);
        for (int next = 0; next < above.units(); next++) {
            above.biases().data[next] += constant * above.weights().data[unit * above.units() + next];
        }
    }

    private static SubNetwork select(SubNetwork network, int[] inputs, List<int[]> units) {
        TrainingState state = network.state();
        TrainingState smaller = new TrainingState(
                select(state.layers(), inputs, units),
                select(state.firstMoments(), inputs, units),
                select(state.secondMoments(), inputs, units),
                selectMasks(state.masks(), inputs, units),
                state.steps());
        List<int[]> origins = new ArrayList<>();
        for (int l = 0; l < units.size(); l++) {
            origins.add(pick(network.units().get(l), units.get(l)));
        }
        return new SubNetwork(smaller, pick(network.inputs(), inputs), List.copyOf(origins));
    }

    private static List<Layer> select(List<Layer> layers, int[] inputs, List<int[]> units) {
        List<Layer> smaller = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            smaller.add(Submatrix.layer(
                    layers.get(l),
                    rows(l, inputs, units),
                    columns(l, layers.get(l).units(), units)));
        }
        return smaller;
    }

    private static List<FMatrixRMaj> selectMasks(List<FMatrixRMaj> masks, int[] inputs, List<int[]> units) {
        List<FMatrixRMaj> smaller = new ArrayList<>();
        for (int l = 0; l < masks.size(); l++) {
            smaller.add(Submatrix.of(masks.get(l), rows(l, inputs, units), columns(l, masks.get(l).numCols, units)));
        }
        return smaller;
    }

    private static int[] rows(int l, int[] inputs, List<int[]> units) {
        return l == 0 ? inputs : units.get(l - 1);
    }

    private static int[] columns(int l, int outputs, List<int[]> units) {
        return l < units.size() ? units.get(l) : IntStream.range(0, outputs).toArray();
    }

    /** The indices that stay, or the first one if none does. */
    private static int[] where(int count, IntPredicate stays) {
        int[] indices = IntStream.range(0, count).filter(stays).toArray();
        return indices.length > 0 ? indices : new int[] {0};
    }

    private static int[] pick(int[] values, int[] indices) {
        return Arrays.stream(indices).map(index -> values[index]).toArray();
    }
}
