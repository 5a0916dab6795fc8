package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Writes a panel's deltas over its activations, and adds up their sums over rows. A pass of its own: vectors made by a
 * comparison and used in a product's inner loop would go to the heap.
 *
 * <p>ReLU and the choice of active units are written in plain operations, without comparison or max, which cost twice
 * as much on JDK 17; twice the activation, z + |z|, meets half the slope.
 */
final class DeltaPass {

    /** An activation is never negative: its bits plus this have the sign bit set where it is above 0. */
    static final int TOP = Integer.MAX_VALUE;

    private DeltaPass() {}

    /**
     * One logit: delta = slope * weight where the unit is active.
     *
     * @param memory holds all but the slopes
     * @param tile where (rows, width) are, sums before ReLU that become deltas
     * @param slopes (rows)
     * @param weights where the logit's (width) are
     * @param start where the weights' gradient so far is, (width); their gradient is written to {@code gradient}
     * @param biasStart where the unit biases' gradient so far is, (width); written to {@code biasGradient}
     */
    static void oneLogit(
            float[] memory,
            int tile,
            int width,
            int rows,
            float[] slopes,
            int weights,
            int start,
            int gradient,
            int biasStart,
            int biasGradient) {
        int j = 0;
        for (; j + 2 * WIDTH <= width; j += 2 * WIDTH) {
            pair(
                    memory,
                    tile + j,
                    width,
                    rows,
                    slopes,
                    weights + j,
                    start + j,
                    gradient + j,
                    biasStart + j,
                    biasGradient + j);
        }
        if (j < width) {
            lone(
                    memory,
                    tile + j,
                    width,
                    rows,
                    slopes,
                    weights + j,
                    start + j,
                    gradient + j,
                    biasStart + j,
                    biasGradient + j);
        }
    }

    /** Two vectors: with four the method grows past what the compiler keeps off the heap. */
    private static void pair(
            float[] memory,
            int tile,
            int width,
            int rows,
            float[] slopes,
            int weights,
            int start,
            int gradient,
            int biasStart,
            int biasGradient) {
        FloatVector w0 = FloatVector.fromArray(SPECIES, memory, weights);
        FloatVector w1 = FloatVector.fromArray(SPECIES, memory, weights + WIDTH);
        FloatVector g0 = FloatVector.fromArray(SPECIES, memory, start);
        FloatVector g1 = FloatVector.fromArray(SPECIES, memory, start + WIDTH);
        FloatVector b0 = FloatVector.fromArray(SPECIES, memory, biasStart);
        FloatVector b1 = FloatVector.fromArray(SPECIES, memory, biasStart + WIDTH);
        int end = Math.min(rows, BLOCK);
        for (int r = 0; r < end; r++) {
            int at = tile + r * width;
            FloatVector slope = FloatVector.broadcast(SPECIES, slopes[r]);
            FloatVector half = slope.mul(0.5f);
            FloatVector z0 = FloatVector.fromArray(SPECIES, memory, at);
            FloatVector a0 = z0.abs().add(z0);
            FloatVector z1 = FloatVector.fromArray(SPECIES, memory, at + WIDTH);
            FloatVector a1 = z1.abs().add(z1);
            g0 = half.fma(a0, g0);
            g1 = half.fma(a1, g1);
            IntVector active0 = a0.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
            FloatVector d0 = slope.mul(w0).reinterpretAsInts().and(active0).reinterpretAsFloats();
            IntVector active1 = a1.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
            FloatVector d1 = slope.mul(w1).reinterpretAsInts().and(active1).reinterpretAsFloats();
            d0.intoArray(memory, at);
            d1.intoArray(memory, at + WIDTH);
            b0 = b0.add(d0);
            b1 = b1.add(d1);
        }
        g0.intoArray(memory, gradient);
        g1.intoArray(memory, gradient + WIDTH);
        b0.intoArray(memory, biasGradient);
        b1.intoArray(memory, biasGradient + WIDTH);
    }

    /** One vector. */
    private static void lone(
            float[] memory,
            int tile,
            int width,
            int rows,
            float[] slopes,
            int weights,
            int start,
            int gradient,
            int biasStart,
            int biasGradient) {
        FloatVector w0 = FloatVector.fromArray(SPECIES, memory, weights);
        FloatVector g0 = FloatVector.fromArray(SPECIES, memory, start);
        FloatVector b0 = FloatVector.fromArray(SPECIES, memory, biasStart);
        int end = Math.min(rows, BLOCK);
        for (int r = 0; r < end; r++) {
            int at = tile + r * width;
            FloatVector slope = FloatVector.broadcast(SPECIES, slopes[r]);
            FloatVector half = slope.mul(0.5f);
            FloatVector z0 = FloatVector.fromArray(SPECIES, memory, at);
            FloatVector a0 = z0.abs().add(z0);
            g0 = half.fma(a0, g0);
            IntVector active0 = a0.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
            FloatVector d0 = slope.mul(w0).reinterpretAsInts().and(active0).reinterpretAsFloats();
            d0.intoArray(memory, at);
            b0 = b0.add(d0);
        }
        g0.intoArray(memory, gradient);
        b0.intoArray(memory, biasGradient);
    }

    /** The same where the slopes are in {@code memory}, (rows, width), and hold the sums over the layer above. */
    static void many(float[] memory, int tile, int width, int rows, int slopes, int biasStart, int biasGradient) {
        int end = Math.min(rows, BLOCK);
        for (int j = 0; j < width; j += WIDTH) {
            FloatVector b = FloatVector.fromArray(SPECIES, memory, biasStart + j);
            for (int r = 0; r < end; r++) {
                int at = j + r * width;
                FloatVector a = FloatVector.fromArray(SPECIES, memory, tile + at);
                IntVector active = a.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
                FloatVector slope = FloatVector.fromArray(SPECIES, memory, slopes + at);
                FloatVector d = slope.reinterpretAsInts().and(active).reinterpretAsFloats();
                d.intoArray(memory, tile + at);
                b = b.add(d);
            }
            b.intoArray(memory, biasGradient + j);
        }
    }
}
