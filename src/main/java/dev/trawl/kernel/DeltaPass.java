package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

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
     * @param tile (rows, width), sums before ReLU that become deltas
     * @param slopes (rows)
     * @param weights (width), the logit's
     * @param start (width), the weights' gradient so far; their gradient is written to {@code gradient}
     * @param biasStart (width), the unit biases' gradient so far; written to {@code biasGradient}
     */
    static void oneLogit(
            float[] tile,
            int from,
            int width,
            int rows,
            float[] slopes,
            float[] weights,
            int wo,
            float[] start,
            int so,
            float[] gradient,
            int go,
            float[] biasStart,
            int bso,
            float[] biasGradient,
            int bo) {
        int j = 0;
        for (; j + 2 * WIDTH <= width; j += 2 * WIDTH) {
            pair(
                    tile,
                    from + j,
                    width,
                    rows,
                    slopes,
                    weights,
                    wo + j,
                    start,
                    so + j,
                    gradient,
                    go + j,
                    biasStart,
                    bso + j,
                    biasGradient,
                    bo + j);
        }
        if (j < width) {
            lone(
                    tile,
                    from + j,
                    width,
                    rows,
                    slopes,
                    weights,
                    wo + j,
                    start,
                    so + j,
                    gradient,
                    go + j,
                    biasStart,
                    bso + j,
                    biasGradient,
                    bo + j);
        }
    }

    /** Two vectors: with four the method grows past what the compiler keeps off the heap. */
    private static void pair(
            float[] tile,
            int from,
            int width,
            int rows,
            float[] slopes,
            float[] weights,
            int wo,
            float[] start,
            int so,
            float[] gradient,
            int go,
            float[] biasStart,
            int bso,
            float[] biasGradient,
            int bo) {
        FloatVector w0 = FloatVector.fromArray(SPECIES, weights, wo);
        FloatVector w1 = FloatVector.fromArray(SPECIES, weights, wo + WIDTH);
        FloatVector g0 = FloatVector.fromArray(SPECIES, start, so);
        FloatVector g1 = FloatVector.fromArray(SPECIES, start, so + WIDTH);
        FloatVector b0 = FloatVector.fromArray(SPECIES, biasStart, bso);
        FloatVector b1 = FloatVector.fromArray(SPECIES, biasStart, bso + WIDTH);
        for (int r = 0; r < rows; r++) {
            int at = from + r * width;
            FloatVector slope = FloatVector.broadcast(SPECIES, slopes[r]);
            FloatVector half = slope.mul(0.5f);
            FloatVector z0 = FloatVector.fromArray(SPECIES, tile, at);
            FloatVector a0 = z0.abs().add(z0);
            FloatVector z1 = FloatVector.fromArray(SPECIES, tile, at + WIDTH);
            FloatVector a1 = z1.abs().add(z1);
            g0 = half.fma(a0, g0);
            g1 = half.fma(a1, g1);
            IntVector active0 = a0.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
            FloatVector d0 = slope.mul(w0).reinterpretAsInts().and(active0).reinterpretAsFloats();
            IntVector active1 = a1.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
            FloatVector d1 = slope.mul(w1).reinterpretAsInts().and(active1).reinterpretAsFloats();
            d0.intoArray(tile, at);
            d1.intoArray(tile, at + WIDTH);
            b0 = b0.add(d0);
            b1 = b1.add(d1);
        }
        g0.intoArray(gradient, go);
        g1.intoArray(gradient, go + WIDTH);
        b0.intoArray(biasGradient, bo);
        b1.intoArray(biasGradient, bo + WIDTH);
    }

    /** One vector. */
    private static void lone(
            float[] tile,
            int from,
            int width,
            int rows,
            float[] slopes,
            float[] weights,
            int wo,
            float[] start,
            int so,
            float[] gradient,
            int go,
            float[] biasStart,
            int bso,
            float[] biasGradient,
            int bo) {
        FloatVector w0 = FloatVector.fromArray(SPECIES, weights, wo);
        FloatVector g0 = FloatVector.fromArray(SPECIES, start, so);
        FloatVector b0 = FloatVector.fromArray(SPECIES, biasStart, bso);
        for (int r = 0; r < rows; r++) {
            int at = from + r * width;
            FloatVector slope = FloatVector.broadcast(SPECIES, slopes[r]);
            FloatVector half = slope.mul(0.5f);
            FloatVector z0 = FloatVector.fromArray(SPECIES, tile, at);
            FloatVector a0 = z0.abs().add(z0);
            g0 = half.fma(a0, g0);
            IntVector active0 = a0.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
            FloatVector d0 = slope.mul(w0).reinterpretAsInts().and(active0).reinterpretAsFloats();
            d0.intoArray(tile, at);
            b0 = b0.add(d0);
        }
        g0.intoArray(gradient, go);
        b0.intoArray(biasGradient, bo);
    }

    /**
     * The same where {@code slopes} (rows, width) already hold the sums over the layer above.
     */
    static void many(
            float[] tile,
            int from,
            int width,
            int rows,
            float[] slopes,
            float[] biasStart,
            int bso,
            float[] biasGradient,
            int bo) {
        for (int j = 0; j < width; j += WIDTH) {
            FloatVector b = FloatVector.fromArray(SPECIES, biasStart, bso + j);
            for (int r = 0; r < rows; r++) {
                int at = j + r * width;
                FloatVector a = FloatVector.fromArray(SPECIES, tile, from + at);
                IntVector active = a.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
                FloatVector slope = FloatVector.fromArray(SPECIES, slopes, at);
                FloatVector d = slope.reinterpretAsInts().and(active).reinterpretAsFloats();
                d.intoArray(tile, from + at);
                b = b.add(d);
            }
            b.intoArray(biasGradient, bo + j);
        }
    }
}
