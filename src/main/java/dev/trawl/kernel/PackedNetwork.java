package dev.trawl.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A network in the vector kernel's layout, and the activations of one block of rows. Loading a smaller network keeps
 * the arrays.
 */
final class PackedNetwork {

    /**
     * Rows taken through the network at a time: their activations stay in the core's cache. A multiple of 16, and of
     * the rows that a micro-kernel takes: six where vectors have 16 lanes, else five. It changes no bit of the results.
     */
    static final int BLOCK = Tiles.WIDE ? 48 : 80;

    private final List<PackedLayer> hiddenPool = new ArrayList<>();
    private final List<float[]> activationPool = new ArrayList<>();
    private final List<float[]> flippedPool = new ArrayList<>();
    private int hiddenCount;
    private final PackedLayer output = new PackedLayer(true);
    private int inputs;
    private long steps;

    void load(TrainingState state) {
        hiddenCount = state.layers().size() - 1;
        inputs = state.inputs();
        steps = state.steps();
        for (int l = 0; l <= hiddenCount; l++) {
            if (l == hiddenPool.size()) {
                hiddenPool.add(new PackedLayer(false));
                activationPool.add(new float[0]);
                flippedPool.add(new float[0]);
            }
            PackedLayer layer = layer(l);
            layer.load(
                    state.layers().get(l),
                    state.firstMoments().get(l),
                    state.secondMoments().get(l),
                    state.masks().get(l));
            if (l < hiddenCount) {
                grow(activationPool, l, BLOCK * Lanes.padded(layer.units()));
            } else if (l == 0) {
                grow(activationPool, 0, BLOCK * Lanes.padded(inputs));
            }
            if (l > 0 && l < hiddenCount) {
                grow(flippedPool, l, layer.units() * Lanes.padded(layer.panels().turns()));
            }
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
        return l == hiddenCount ? output : hiddenPool.get(l);
    }

    PackedLayer output() {
        return output;
    }

    /** Outputs of hidden layer {@code l}, later its deltas: panel after panel, each (BLOCK, width). */
    float[] activations(int l) {
        return activationPool.get(l);
    }

    /** Brings {@link #flipped} up to date. */
    void flip() {
        for (int l = 1; l < hiddenCount; l++) {
            PackedLayer layer = layer(l);
            layer.panels().transpose(layer.weights, layer.flippedPanels(), flipped(l));
        }
    }

    /** Weights of hidden layer {@code l} as they were before the step, transposed. */
    float[] flipped(int l) {
        return flippedPool.get(l);
    }

    long nextStep() {
        steps++;
        return steps;
    }

    private static void grow(List<float[]> pool, int l, int size) {
        if (pool.get(l).length < size) {
            pool.set(l, new float[size]);
        }
    }
}
