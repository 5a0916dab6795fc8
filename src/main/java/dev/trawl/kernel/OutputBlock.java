package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.LOGICAL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A block's logits. A logit is a sum across lanes: unit j of the last hidden layer adds to partial sum j modulo 16, in
 * the order of j, whatever the machine's vectors; {@link Lanes#sum} ends it.
 */
final class OutputBlock {

    private final PackedNetwork network;
    private int partial; // (classes, BLOCK, LOGICAL), where in memory

    /** Logits, then what the loss makes of them. */
    float[] logits = new float[0]; // (classes, BLOCK)

    OutputBlock(PackedNetwork network) {
        this.network = network;
    }

    /** Takes room for the network's outputs. */
    void place(Arena arena) {
        int classes = network.output().units();
        partial = arena.take(classes * BLOCK * LOGICAL);
        if (logits.length < classes * BLOCK) {
            logits = new float[classes * BLOCK];
        }
    }

    /** Starts the sums of {@code rows} rows from 0. */
    void begin(int rows) {
        int used = (rows + 3) / 4 * 4; // rows are added four at a time
        for (int c = 0; c < network.output().units(); c++) {
            int from = partial + c * BLOCK * LOGICAL;
            Arrays.fill(network.memory(), from, from + used * LOGICAL, 0f);
        }
    }

    /** Adds what panel {@code panel} of the activations at {@code activations} brings to each logit. */
    void add(int panel, int activations, int rows) {
        float[] memory = network.memory();
        PackedLayer output = network.output();
        Panels panels = output.panels();
        int width = panels.width(panel);
        int from = activations + panel * Lanes.PANEL * BLOCK;
        int classes = output.units();
        int weights = output.weights + panels.offset(panel);
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            if (network.single()) {
                one(memory, from + lane, width, rows, weights + lane, partial + lane);
                continue;
            }
            for (int r = 0; r < rows; r += 4) {
                for (int c = 0; c < classes; c += 2) {
                    int w = weights + c * width + lane;
                    int sums = partial + (c * BLOCK + r) * LOGICAL + lane;
                    many(memory, from + r * width + lane, w, width, sums, classes - 1 - c);
                }
            }
        }
    }

    /** Ends the sums: {@link #logits} are ready. */
    void finish(int rows) {
        float[] memory = network.memory();
        PackedLayer output = network.output();
        for (int c = 0; c < output.units(); c++) {
            for (int r = 0; r < rows; r++) {
                float sum = Lanes.sum(memory, partial + (c * BLOCK + r) * LOGICAL);
                logits[c * BLOCK + r] = sum + memory[output.biases + c];
            }
        }
    }

    /** One logit, two units of a lane at a time, and all rows for them. ReLU before it is half of z + |z|. */
    private static void one(float[] memory, int z, int width, int rows, int w, int sums) {
        int j = 0;
        for (; j + LOGICAL < width; j += 2 * LOGICAL) {
            pair(memory, z + j, width, rows, w + j, sums);
        }
        if (j < width) {
            lone(memory, z + j, width, rows, w + j, sums);
        }
    }

    private static void pair(float[] memory, int z, int width, int rows, int w, int sums) {
        FloatVector half0 = FloatVector.fromArray(SPECIES, memory, w).mul(0.5f);
        FloatVector half1 = FloatVector.fromArray(SPECIES, memory, w + LOGICAL).mul(0.5f);
        int end = Math.min(rows, BLOCK);
        for (int r = 0; r < end; r++) {
            FloatVector z0 = FloatVector.fromArray(SPECIES, memory, z + r * width);
            FloatVector z1 = FloatVector.fromArray(SPECIES, memory, z + r * width + LOGICAL);
            FloatVector sum = FloatVector.fromArray(SPECIES, memory, sums + r * LOGICAL);
            sum = half0.fma(z0.abs().add(z0), sum);
            half1.fma(z1.abs().add(z1), sum).intoArray(memory, sums + r * LOGICAL);
        }
    }

    private static void lone(float[] memory, int z, int width, int rows, int w, int sums) {
        FloatVector half = FloatVector.fromArray(SPECIES, memory, w).mul(0.5f);
        int end = Math.min(rows, BLOCK);
        for (int r = 0; r < end; r++) {
            FloatVector z0 = FloatVector.fromArray(SPECIES, memory, z + r * width);
            FloatVector sum = FloatVector.fromArray(SPECIES, memory, sums + r * LOGICAL);
            half.fma(z0.abs().add(z0), sum).intoArray(memory, sums + r * LOGICAL);
        }
    }

    /**
     * Adds to the partial sums of four rows by two logits.
     *
     * @param a0 where the first row is; rows are {@code width} apart
     * @param w0 where the first logit's weights are, {@code width} apart
     * @param s0 where the first sum is
     * @param last 0 where there is no second logit: then the first is computed again
     */
    private static void many(float[] memory, int a0, int w0, int width, int s0, int last) {
        int a1 = a0 + width;
        int a2 = a0 + 2 * width;
        int a3 = a0 + 3 * width;
        int w1 = w0 + Math.min(1, last) * width;
        int s1 = s0 + Math.min(1, last) * BLOCK * LOGICAL;
        FloatVector c00 = FloatVector.fromArray(SPECIES, memory, s0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, memory, s0 + LOGICAL);
        FloatVector c02 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * LOGICAL);
        FloatVector c03 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * LOGICAL);
        FloatVector c10 = FloatVector.fromArray(SPECIES, memory, s1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, memory, s1 + LOGICAL);
        FloatVector c12 = FloatVector.fromArray(SPECIES, memory, s1 + 2 * LOGICAL);
        FloatVector c13 = FloatVector.fromArray(SPECIES, memory, s1 + 3 * LOGICAL);
        int end = Math.min(width, Lanes.PANEL);
        for (int j = 0; j < end; j += LOGICAL) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, memory, a0 + j);
            FloatVector x1 = FloatVector.fromArray(SPECIES, memory, a1 + j);
            FloatVector x2 = FloatVector.fromArray(SPECIES, memory, a2 + j);
            FloatVector x3 = FloatVector.fromArray(SPECIES, memory, a3 + j);
            FloatVector v0 = FloatVector.fromArray(SPECIES, memory, w0 + j);
            c00 = v0.fma(x0, c00);
            c01 = v0.fma(x1, c01);
            c02 = v0.fma(x2, c02);
            c03 = v0.fma(x3, c03);
            FloatVector v1 = FloatVector.fromArray(SPECIES, memory, w1 + j);
            c10 = v1.fma(x0, c10);
            c11 = v1.fma(x1, c11);
            c12 = v1.fma(x2, c12);
            c13 = v1.fma(x3, c13);
        }
        c00.intoArray(memory, s0);
        c01.intoArray(memory, s0 + LOGICAL);
        c02.intoArray(memory, s0 + 2 * LOGICAL);
        c03.intoArray(memory, s0 + 3 * LOGICAL);
        c10.intoArray(memory, s1);
        c11.intoArray(memory, s1 + LOGICAL);
        c12.intoArray(memory, s1 + 2 * LOGICAL);
        c13.intoArray(memory, s1 + 3 * LOGICAL);
    }
}
