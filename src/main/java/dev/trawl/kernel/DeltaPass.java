package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Writes a panel's deltas over its activations, and adds up their sums over rows. A pass of its own: vectors made by a
 * comparison and used in a product's inner loop would go to the heap.
 */
final class DeltaPass {

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
        for (; j + PANEL <= width; j += PANEL) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, weights, wo + j);
            FloatVector w1 = FloatVector.fromArray(SPECIES, weights, wo + j + WIDTH);
            FloatVector w2 = FloatVector.fromArray(SPECIES, weights, wo + j + 2 * WIDTH);
            FloatVector w3 = FloatVector.fromArray(SPECIES, weights, wo + j + 3 * WIDTH);
            FloatVector g0 = FloatVector.fromArray(SPECIES, start, so + j);
            FloatVector g1 = FloatVector.fromArray(SPECIES, start, so + j + WIDTH);
            FloatVector g2 = FloatVector.fromArray(SPECIES, start, so + j + 2 * WIDTH);
            FloatVector g3 = FloatVector.fromArray(SPECIES, start, so + j + 3 * WIDTH);
            FloatVector b0 = FloatVector.fromArray(SPECIES, biasStart, bso + j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, biasStart, bso + j + WIDTH);
            FloatVector b2 = FloatVector.fromArray(SPECIES, biasStart, bso + j + 2 * WIDTH);
            FloatVector b3 = FloatVector.fromArray(SPECIES, biasStart, bso + j + 3 * WIDTH);
            for (int r = 0; r < rows; r++) {
                int at = from + j + r * width;
                FloatVector slope = FloatVector.broadcast(SPECIES, slopes[r]);
                FloatVector half = slope.mul(0.5f);
                FloatVector a0 = Relu.twice(FloatVector.fromArray(SPECIES, tile, at));
                FloatVector a1 = Relu.twice(FloatVector.fromArray(SPECIES, tile, at + WIDTH));
                FloatVector a2 = Relu.twice(FloatVector.fromArray(SPECIES, tile, at + 2 * WIDTH));
                FloatVector a3 = Relu.twice(FloatVector.fromArray(SPECIES, tile, at + 3 * WIDTH));
                g0 = half.fma(a0, g0);
                g1 = half.fma(a1, g1);
                g2 = half.fma(a2, g2);
                g3 = half.fma(a3, g3);
                FloatVector d0 = Relu.where(a0, slope.mul(w0));
                FloatVector d1 = Relu.where(a1, slope.mul(w1));
                FloatVector d2 = Relu.where(a2, slope.mul(w2));
                FloatVector d3 = Relu.where(a3, slope.mul(w3));
                d0.intoArray(tile, at);
                d1.intoArray(tile, at + WIDTH);
                d2.intoArray(tile, at + 2 * WIDTH);
                d3.intoArray(tile, at + 3 * WIDTH);
                b0 = b0.add(d0);
                b1 = b1.add(d1);
                b2 = b2.add(d2);
                b3 = b3.add(d3);
            }
            g0.intoArray(gradient, go + j);
            g1.intoArray(gradient, go + j + WIDTH);
            g2.intoArray(gradient, go + j + 2 * WIDTH);
            g3.intoArray(gradient, go + j + 3 * WIDTH);
            b0.intoArray(biasGradient, bo + j);
            b1.intoArray(biasGradient, bo + j + WIDTH);
            b2.intoArray(biasGradient, bo + j + 2 * WIDTH);
            b3.intoArray(biasGradient, bo + j + 3 * WIDTH);
        }
        for (; j < width; j += WIDTH) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, weights, wo + j);
            FloatVector g0 = FloatVector.fromArray(SPECIES, start, so + j);
            FloatVector b0 = FloatVector.fromArray(SPECIES, biasStart, bso + j);
            for (int r = 0; r < rows; r++) {
                int at = from + j + r * width;
                FloatVector slope = FloatVector.broadcast(SPECIES, slopes[r]);
                FloatVector half = slope.mul(0.5f);
                FloatVector a0 = Relu.twice(FloatVector.fromArray(SPECIES, tile, at));
                g0 = half.fma(a0, g0);
                FloatVector d0 = Relu.where(a0, slope.mul(w0));
                d0.intoArray(tile, at);
                b0 = b0.add(d0);
            }
            g0.intoArray(gradient, go + j);
            b0.intoArray(biasGradient, bo + j);
        }
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
                FloatVector d = Relu.where(a, FloatVector.fromArray(SPECIES, slopes, at));
                d.intoArray(tile, from + at);
                b = b.add(d);
            }
            b.intoArray(biasGradient, bo + j);
        }
    }
}
