package dev.trawl.prune;

import dev.trawl.kernel.Layer;
import dev.trawl.kernel.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network in training, and which parts of the original network it still has.
 *
 * @param state its matrices are changed in place by pruning
 * @param inputs (inputs left) their indices in the original data, ascending
 * @param units a list a hidden layer: (units left) their indices in the original layer, ascending
 */
public record SubNetwork(TrainingState state, int[] inputs, List<int[]> units) {

    /** All of a network. */
    public static SubNetwork whole(TrainingState state) {
        List<int[]> units = new ArrayList<>();
        List<Layer> hidden = state.layers().subList(0, state.layers().size() - 1);
        hidden.forEach(layer -> units.add(IntStream.range(0, layer.units()).toArray()));
        return new SubNetwork(state, IntStream.range(0, state.inputs()).toArray(), List.copyOf(units));
    }

    public SubNetwork withState(TrainingState newState) {
        return new SubNetwork(newState, inputs, units);
    }

    public SubNetwork copy() {
        return withState(state.copy());
    }

    /**
     * Copies of its layers in the shape of the original network, which compute the same: what was pruned is 0.
     *
     * @param allInputs of the original network
     * @param allUnits of each of its hidden layers
     */
    public List<Layer> inOriginalShape(int allInputs, List<Integer> allUnits) {
        List<Layer> layers = new ArrayList<>();
        int[] below = inputs;
        int allBelow = allInputs;
        for (int l = 0; l < state.layers().size(); l++) {
            boolean output = l == units.size();
            int[] here = output ? IntStream.range(0, state.outputs()).toArray() : units.get(l);
            int allHere = output ? state.outputs() : allUnits.get(l);
            layers.add(Submatrix.spread(state.layers().get(l), below, allBelow, here, allHere));
            below = here;
            allBelow = allHere;
        }
        return layers;
    }

    /** Living connections of layer {@code l}. */
    public long connections(int l) {
        return Connections.living(state.masks().get(l));
    }

    /** Units of all hidden layers. */
    public int hiddenUnits() {
        return units.stream().mapToInt(layer -> layer.length).sum();
    }
}
