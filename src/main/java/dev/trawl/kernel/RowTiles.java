package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.LOGICAL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;
import static dev.trawl.kernel.RowLanes.MOST_INPUTS;
import static dev.trawl.kernel.RowLanes.MOST_UNITS;
import static dev.trawl.kernel.RowLanes.ROWS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The micro-kernels of {@link RowLanes}, whose fields say how the arrays lie. Their rows are a constant number apart,
 * and the loops that elsewhere call a micro-kernel stand in it: so the compiler checks bounds before the innermost
 * loop, not in it.
 */
final class RowTiles {

    private RowTiles() {}

    /** The units' sums before ReLU, four units by three vectors of rows at a time. */
    static void forward(
            float[] x,
            int xo,
            float[] weights,
            float[] biases,
            int units,
            int inputs,
            int length,
            float[] memory,
            int sums) {
        for (int unit = 0; unit < units; unit += 4) {
            for (int r = 0; r < length; r += 3 * WIDTH) {
                FloatVector c00 = FloatVector.broadcast(SPECIES, biases[unit]);
                FloatVector c01 = c00;
                FloatVector c02 = c00;
                FloatVector c10 = FloatVector.broadcast(SPECIES, biases[unit + 1]);
                FloatVector c11 = c10;
                FloatVector c12 = c10;
                FloatVector c20 = FloatVector.broadcast(SPECIES, biases[unit + 2]);
                FloatVector c21 = c20;
                FloatVector c22 = c20;
                FloatVector c30 = FloatVector.broadcast(SPECIES, biases[unit + 3]);
                FloatVector c31 = c30;
                FloatVector c32 = c30;
                for (int i = 0; i < inputs; i++) {
                    int at = xo + i * ROWS + r;
                    int w = i * MOST_UNITS + unit;
                    FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
                    FloatVector x1 = FloatVector.fromArray(SPECIES, x, at + WIDTH);
                    FloatVector x2 = FloatVector.fromArray(SPECIES, x, at + 2 * WIDTH);
                    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[w]);
                    c00 = w0.fma(x0, c00);
                    c01 = w0.fma(x1, c01);
                    c02 = w0.fma(x2, c02);
                    FloatVector w1 = FloatVector.broadcast(SPECIES, weights[w + 1]);
                    c10 = w1.fma(x0, c10);
                    c11 = w1.fma(x1, c11);
                    c12 = w1.fma(x2, c12);
                    FloatVector w2 = FloatVector.broadcast(SPECIES, weights[w + 2]);
                    c20 = w2.fma(x0, c20);
                    c21 = w2.fma(x1, c21);
                    c22 = w2.fma(x2, c22);
                    FloatVector w3 = FloatVector.broadcast(SPECIES, weights[w + 3]);
                    c30 = w3.fma(x0, c30);
                    c31 = w3.fma(x1, c31);
                    c32 = w3.fma(x2, c32);
                }
                int to = sums + unit * ROWS + r;
                c00.intoArray(memory, to);
                c01.intoArray(memory, to + WIDTH);
                c02.intoArray(memory, to + 2 * WIDTH);
                c10.intoArray(memory, to + ROWS);
                c11.intoArray(memory, to + ROWS + WIDTH);
                c12.intoArray(memory, to + ROWS + 2 * WIDTH);
                c20.intoArray(memory, to + 2 * ROWS);
                c21.intoArray(memory, to + 2 * ROWS + WIDTH);
                c22.intoArray(memory, to + 2 * ROWS + 2 * WIDTH);
                c30.intoArray(memory, to + 3 * ROWS);
                c31.intoArray(memory, to + 3 * ROWS + WIDTH);
                c32.intoArray(memory, to + 3 * ROWS + 2 * WIDTH);
            }
        }
    }

    /** Three vectors of rows at a time: a logit's own additions wait for each other. */
    static void logits(float[] memory, int sums, float[] outputs, float bias, int units, int length, float[] logits) {
        for (int r = 0; r < length; r += 3 * WIDTH) {
            FloatVector l0 = FloatVector.broadcast(SPECIES, bias);
            FloatVector l1 = l0;
            FloatVector l2 = l0;
            for (int unit = 0; unit < units; unit++) {
                int at = sums + unit * ROWS + r;
                FloatVector half = FloatVector.broadcast(SPECIES, 0.5f * outputs[unit]);
                FloatVector z0 = FloatVector.fromArray(SPECIES, memory, at);
                FloatVector z1 = FloatVector.fromArray(SPECIES, memory, at + WIDTH);
                FloatVector z2 = FloatVector.fromArray(SPECIES, memory, at + 2 * WIDTH);
                l0 = z0.abs().add(z0).fma(half, l0);
                l1 = z1.abs().add(z1).fma(half, l1);
                l2 = z2.abs().add(z2).fma(half, l2);
            }
            l0.intoArray(logits, r);
            l1.intoArray(logits, r + WIDTH);
            l2.intoArray(logits, r + 2 * WIDTH);
        }
    }

    /**
     * As in {@link DeltaPass}, of two units: one unit's sums wait for each other. Where there is one, it comes twice.
     */
    static void deltas(
            float[] memory,
            int sums,
            float[] slopes,
            float[] outputs,
            int unit,
            int other,
            int length,
            int outgoing,
            int biasGradient) {
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            int to0 = unit * LOGICAL + lane;
            int to1 = other * LOGICAL + lane;
            FloatVector weight0 = FloatVector.broadcast(SPECIES, outputs[unit]);
            FloatVector weight1 = FloatVector.broadcast(SPECIES, outputs[other]);
            FloatVector w0 = FloatVector.fromArray(SPECIES, memory, outgoing + to0);
            FloatVector w1 = FloatVector.fromArray(SPECIES, memory, outgoing + to1);
            FloatVector b0 = FloatVector.fromArray(SPECIES, memory, biasGradient + to0);
            FloatVector b1 = FloatVector.fromArray(SPECIES, memory, biasGradient + to1);
            for (int r = lane; r < length; r += LOGICAL) {
                int at0 = sums + unit * ROWS + r;
                int at1 = sums + other * ROWS + r;
                FloatVector slope = FloatVector.fromArray(SPECIES, slopes, r);
                FloatVector half = slope.mul(0.5f);
                FloatVector z0 = FloatVector.fromArray(SPECIES, memory, at0);
                FloatVector z1 = FloatVector.fromArray(SPECIES, memory, at1);
                FloatVector a0 = z0.abs().add(z0);
                FloatVector a1 = z1.abs().add(z1);
                w0 = half.fma(a0, w0);
                w1 = half.fma(a1, w1);
                IntVector active0 = a0.reinterpretAsInts().add(DeltaPass.TOP).lanewise(VectorOperators.ASHR, 31);
                FloatVector d0 =
                        slope.mul(weight0).reinterpretAsInts().and(active0).reinterpretAsFloats();
                IntVector active1 = a1.reinterpretAsInts().add(DeltaPass.TOP).lanewise(VectorOperators.ASHR, 31);
                FloatVector d1 =
                        slope.mul(weight1).reinterpretAsInts().and(active1).reinterpretAsFloats();
                d0.intoArray(memory, at0);
                d1.intoArray(memory, at1);
                b0 = b0.add(d0);
                b1 = b1.add(d1);
            }
            w0.intoArray(memory, outgoing + to0);
            w1.intoArray(memory, outgoing + to1);
            b0.intoArray(memory, biasGradient + to0);
            b1.intoArray(memory, biasGradient + to1);
        }
    }

    /** Adds to the gradients of four units in two inputs. */
    static void products(float[] memory, int deltas, float[] x, int xo, int length, int gradient) {
        int unit = MOST_INPUTS * LOGICAL;
        FloatVector c00 = FloatVector.fromArray(SPECIES, memory, gradient);
        FloatVector c01 = FloatVector.fromArray(SPECIES, memory, gradient + unit);
        FloatVector c02 = FloatVector.fromArray(SPECIES, memory, gradient + 2 * unit);
        FloatVector c03 = FloatVector.fromArray(SPECIES, memory, gradient + 3 * unit);
        FloatVector c10 = FloatVector.fromArray(SPECIES, memory, gradient + LOGICAL);
        FloatVector c11 = FloatVector.fromArray(SPECIES, memory, gradient + unit + LOGICAL);
        FloatVector c12 = FloatVector.fromArray(SPECIES, memory, gradient + 2 * unit + LOGICAL);
        FloatVector c13 = FloatVector.fromArray(SPECIES, memory, gradient + 3 * unit + LOGICAL);
        for (int r = 0; r < length; r += LOGICAL) {
            FloatVector d0 = FloatVector.fromArray(SPECIES, memory, deltas + r);
            FloatVector d1 = FloatVector.fromArray(SPECIES, memory, deltas + ROWS + r);
            FloatVector d2 = FloatVector.fromArray(SPECIES, memory, deltas + 2 * ROWS + r);
            FloatVector d3 = FloatVector.fromArray(SPECIES, memory, deltas + 3 * ROWS + r);
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, xo + r);
            c00 = x0.fma(d0, c00);
            c01 = x0.fma(d1, c01);
            c02 = x0.fma(d2, c02);
            c03 = x0.fma(d3, c03);
            FloatVector x1 = FloatVector.fromArray(SPECIES, x, xo + ROWS + r);
            c10 = x1.fma(d0, c10);
            c11 = x1.fma(d1, c11);
            c12 = x1.fma(d2, c12);
            c13 = x1.fma(d3, c13);
        }
        c00.intoArray(memory, gradient);
        c01.intoArray(memory, gradient + unit);
        c02.intoArray(memory, gradient + 2 * unit);
        c03.intoArray(memory, gradient + 3 * unit);
        c10.intoArray(memory, gradient + LOGICAL);
        c11.intoArray(memory, gradient + unit + LOGICAL);
        c12.intoArray(memory, gradient + 2 * unit + LOGICAL);
        c13.intoArray(memory, gradient + 3 * unit + LOGICAL);
    }
}
