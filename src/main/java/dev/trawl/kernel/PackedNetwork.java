package dev.trawl.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A network in the vector kernel's layout, and the activations of one block of rows. A smaller network that is loaded
 * takes the former one's memory.
 */
final class PackedNetwork {

    /**
     * Rows taken through the network at a time: their activations stay in the core's cache. A multiple of 16, and of
     * the rows that a micro-kernel takes: six where vectors have 16 lanes, else five. It changes no bit of the results.
     */
    static final int BLOCK = Tiles.WIDE ? 48 : 80;

    private final Arena arena;
    private final List<PackedLayer> hidden = new ArrayList<>(); // as many as any network had, or more
    private final PackedLayer output;
    private int[] activations = new int[0]; // by layer, where in memory
    private int[] flipped = new int[0]; // by layer, where in memory
    private int hiddenCount;
    private int inputs;
    private long steps;

    PackedNetwork(Arena arena) {
        this.arena = arena;
        this.output = new PackedLayer(arena, true);
    }

    /** Takes room for a network of the shape of {@code state}. */
    void place(TrainingState state) {
        hiddenCount = state.layers().size() - 1;
        inputs = state.inputs();
        while (hidden.size() < hiddenCount) {
            hidden.add(new PackedLayer(arena, false));
        }
        activations = new int[Math.max(hiddenCount, 1)];
        flipped = new int[hiddenCount];
        for (int l = 0; l <= hiddenCount; l++) {
            PackedLayer layer = layer(l);
            layer.place(state.layers().get(l), state.masks().get(l));
            if (l < hiddenCount) {
                activations[l] = arena.take(BLOCK * Lanes.padded(layer.units()));
                flipped[l] = arena.take(l == 0 ? 0 : layer.flippedPanels().size());
            } else if (l == 0) {
                activations[0] = arena.take(BLOCK * Lanes.padded(inputs));
            }
        }
    }

    /** Writes {@code state} into its room. */
    void load(TrainingState state) {
        steps = state.steps();
        for (int l = 0; l <= hiddenCount; l++) {
            layer(l).load(
                            state.layers().get(l),
                            state.firstMoments().get(l),
                            state.secondMoments().get(l),
                            state.masks().get(l));
        }
    }

    TrainingState store(TrainingState state) {
        for (int l = 0; l <= hiddenCount; l++) {
            layer(l).store(
                            state.layers().get(l),
                            state.firstMoments().get(l),
                            state.secondMoments().get(l));
        }
        return state.withSteps(steps);
    }

    int inputs() {
        return inputs;
    }

    /** Hidden layers; layer {@code hiddenCount()} is the output layer. */
    int hiddenCount() {
        return hiddenCount;
    }

    /**
     * Whether the last hidden layer feeds one logit. Then it keeps its sums as they are, and whoever reads them applies
     * ReLU, which costs less than to store them twice.
     */
    boolean single() {
        return hiddenCount > 0 && output.units() == 1;
    }

    PackedLayer layer(int l) {
        return l == hiddenCount ? output : hidden.get(l);
    }

    PackedLayer output() {
        return output;
    }

    /** Of all layers and activations. */
    float[] memory() {
        return arena.memory();
    }

    /**
     * Where the outputs of hidden layer {@code l}, later its deltas, are: panel after panel, each (BLOCK, width).
     * Without hidden layers layer 0 is the inputs.
     */
    int activations(int l) {
        return activations[l];
    }

    /** Brings {@link #flipped} up to date. */
    void flip() {
        for (int l = 1; l < hiddenCount; l++) {
            PackedLayer layer = layer(l);
            layer.panels().transpose(memory(), layer.weights, layer.flippedPanels(), flipped(l));
        }
    }

    /** Where the weights of hidden layer {@code l} are, transposed, as they were before the step. */
    int flipped(int l) {
        return flipped[l];
    }

    long nextStep() {
        steps++;
        return steps;
    }
}
