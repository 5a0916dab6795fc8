package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import org.ejml.data.FMatrixRMaj;

/**
 * From a block's slopes to the gradient. On a batch's last block each part of the gradient goes to Adam as soon as it
 * is complete, while it is still in the first cache.
 */
final class BackwardPass {

    /**
     * Inputs taken at a time: with the weights and moments that Adam changes they stay in the first cache. A multiple
     * of 6.
     */
    private static final int CHUNK = 24;

    private final PackedNetwork network;
    private final AdamPass adam;
    private int scratch; // (rows, width), where in memory
    private int unused; // bias gradient of no layer, where in memory
    private boolean first;
    private boolean update;

    BackwardPass(PackedNetwork network, AdamPass adam) {
        this.network = network;
        this.adam = adam;
    }

    /** Takes room for what comes between two passes. */
    void place(Arena arena) {
        scratch = arena.take(BLOCK * PANEL);
        unused = arena.take(network.hiddenCount() == 0 ? network.inputs() : 0);
    }

    /**
     * Adds a block's share to the gradients.
     *
     * @param slopes (classes, BLOCK)
     * @param starts whether the block is its batch's first: gradients start from 0
     * @param updates whether the gradients are complete after it, and Adam shall have them
     */
    void run(FMatrixRMaj x, int row, int rows, float[] slopes, boolean starts, boolean updates) {
        first = starts;
        update = updates;
        int depth = network.hiddenCount();
        for (int panel = 0; panel < network.output().panels().count(); panel++) {
            output(panel, rows, slopes);
            if (depth == 1) {
                inputs(panel, x, row, rows);
            }
        }
        outputBiases(rows, slopes);
        for (int l = depth - 1; l > 0; l--) {
            hidden(l, rows);
            deltas(l, rows);
        }
        if (depth > 1) {
            for (int panel = 0; panel < network.layer(0).panels().count(); panel++) {
                inputs(panel, x, row, rows);
            }
        }
        for (int l = 0; update && l <= depth; l++) {
            adam.biases(network.layer(l));
        }
    }

    /** Gives Adam gradients that are complete. */
    void update() {
        for (int l = 0; l <= network.hiddenCount(); l++) {
            PackedLayer layer = network.layer(l);
            adam.weights(layer, 0, layer.panels().size(), layer.gradient);
            adam.biases(layer);
        }
    }

    /** The output weights' gradient in one panel of the last hidden layer, and that layer's deltas there. */
    private void output(int panel, int rows, float[] slopes) {
        PackedLayer output = network.output();
        Panels panels = output.panels();
        int last = Math.max(network.hiddenCount() - 1, 0);
        float[] memory = network.memory();
        int tile = network.activations(last) + panel * PANEL * BLOCK;
        int biases = (network.hiddenCount() == 0 ? unused : network.layer(last).biasGradient) + panel * PANEL;
        int width = panels.width(panel);
        int at = panels.offset(panel);
        int weights = output.weights + at;
        int gradient = output.gradient + at;
        int classes = panels.turns();
        int biasStart = first ? Arena.ZEROS : biases;
        int start = first ? Arena.ZEROS : gradient;
        if (network.single()) {
            DeltaPass.oneLogit(memory, tile, width, rows, slopes, weights, start, gradient, biasStart, biases);
        } else {
            int startAcross = first ? 0 : width;
            Tiles.multiply(memory, start, startAcross, slopes, 0, BLOCK, 1, tile, width, rows, gradient, classes);
            Tiles.multiply(memory, Arena.ZEROS, 0, slopes, 0, 1, BLOCK, weights, width, classes, scratch, rows);
            DeltaPass.many(memory, tile, width, rows, scratch, biasStart, biases);
        }
        if (update) {
            adam.weights(output, at, classes * width, gradient);
        }
    }

    private void outputBiases(int rows, float[] slopes) {
        float[] memory = network.memory();
        int gradient = network.output().biasGradient;
        for (int c = 0; c < network.output().units(); c++) {
            float sum = first ? 0f : memory[gradient + c];
            for (int r = 0; r < rows; r++) {
                sum += slopes[c * BLOCK + r];
            }
            memory[gradient + c] = sum;
        }
    }

    /** The first layer's gradient in one panel of its units. */
    private void inputs(int panel, FMatrixRMaj x, int row, int rows) {
        PackedLayer layer = network.layer(0);
        int inputs = layer.panels().turns();
        for (int i = 0; i < inputs; i += CHUNK) {
            int count = Math.min(CHUNK, inputs - i);
            gradient(0, panel, i, count, x.data, row * inputs + i, inputs, rows);
        }
    }

    /** The gradient of hidden layer {@code l} above the first. */
    private void hidden(int l, int rows) {
        Panels below = network.layer(l - 1).panels();
        for (int panel = 0; panel < network.layer(l).panels().count(); panel++) {
            for (int q = 0; q < below.count(); q++) {
                int a = network.activations(l - 1) + q * PANEL * BLOCK;
                gradient(l, panel, q * PANEL, below.live(q), network.memory(), a, below.width(q), rows);
            }
        }
    }

    /** {@code count} inputs from {@code input} on, whose values are {@code stride} apart from row to row. */
    private void gradient(int l, int panel, int input, int count, float[] x, int from, int stride, int rows) {
        PackedLayer layer = network.layer(l);
        Panels panels = layer.panels();
        int width = panels.width(panel);
        int at = panels.offset(panel) + input * width;
        int to = layer.gradient + (first && update ? 0 : at);
        Tiles.multiply(
                network.memory(),
                first ? Arena.ZEROS : to,
                first ? 0 : width,
                x,
                from,
                1,
                stride,
                network.activations(l) + panel * PANEL * BLOCK,
                width,
                rows,
                to,
                count);
        if (update) {
            adam.weights(layer, at, count * width, to);
        }
    }

    /** The deltas of the layer below {@code l}, from those of {@code l}. */
    private void deltas(int l, int rows) {
        PackedLayer below = network.layer(l - 1);
        Panels above = network.layer(l).panels();
        Panels panels = below.panels();
        float[] memory = network.memory();
        for (int q = 0; q < panels.count(); q++) {
            int width = panels.width(q);
            for (int panel = 0; panel < above.count(); panel++) {
                Tiles.multiply(
                        memory,
                        panel == 0 ? Arena.ZEROS : scratch,
                        panel == 0 ? 0 : width,
                        memory,
                        network.activations(l) + panel * PANEL * BLOCK,
                        above.width(panel),
                        1,
                        network.flipped(l) + q * PANEL * above.across() + panel * PANEL * width,
                        width,
                        above.live(panel),
                        scratch,
                        rows);
            }
            int tile = network.activations(l - 1) + q * PANEL * BLOCK;
            int biases = below.biasGradient + q * PANEL;
            DeltaPass.many(memory, tile, width, rows, scratch, first ? Arena.ZEROS : biases, biases);
        }
    }
}
