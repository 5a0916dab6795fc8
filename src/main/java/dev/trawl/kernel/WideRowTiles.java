package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.LOGICAL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.RowLanes.MOST_INPUTS;
import static dev.trawl.kernel.RowLanes.ROWS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link RowTiles#deltas} and {@link RowTiles#products} in one, where there are 32 vector registers: deltas are
 * multiplied where they arise, and never stored. The same bits, as each sum has the same order. A vector is {@link
 * Lanes#LOGICAL} lanes here. The body repeats theirs, as vectors given to a method may go to the heap.
 */
final class WideRowTiles {

    /** Inputs that it multiplies by, whether a network has so many or fewer. */
    static final int INPUTS = 5;

    private WideRowTiles() {}

    /**
     * Adds to the gradients of two units; where there is one, it comes twice. Rows of inputs that there are not may
     * hold anything.
     */
    static void backward(
            float[] memory,
            int sums,
            float[] slopes,
            float[] outputs,
            float[] x,
            int xo,
            int unit,
            int other,
            int length,
            int outgoing,
            int biasGradient,
            int gradient) {
        int to0 = unit * LOGICAL;
        int g0 = unit * MOST_INPUTS * LOGICAL;
        int to1 = other * LOGICAL;
        int g1 = other * MOST_INPUTS * LOGICAL;
        FloatVector weight0 = FloatVector.broadcast(SPECIES, outputs[unit]);
        FloatVector weight1 = FloatVector.broadcast(SPECIES, outputs[other]);
        FloatVector w0 = FloatVector.fromArray(SPECIES, memory, outgoing + to0);
        FloatVector w1 = FloatVector.fromArray(SPECIES, memory, outgoing + to1);
        FloatVector b0 = FloatVector.fromArray(SPECIES, memory, biasGradient + to0);
        FloatVector b1 = FloatVector.fromArray(SPECIES, memory, biasGradient + to1);
        FloatVector c00 = FloatVector.fromArray(SPECIES, memory, gradient + g0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, memory, gradient + g0 + LOGICAL);
        FloatVector c02 = FloatVector.fromArray(SPECIES, memory, gradient + g0 + 2 * LOGICAL);
        FloatVector c03 = FloatVector.fromArray(SPECIES, memory, gradient + g0 + 3 * LOGICAL);
        FloatVector c04 = FloatVector.fromArray(SPECIES, memory, gradient + g0 + 4 * LOGICAL);
        FloatVector c10 = FloatVector.fromArray(SPECIES, memory, gradient + g1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, memory, gradient + g1 + LOGICAL);
        FloatVector c12 = FloatVector.fromArray(SPECIES, memory, gradient + g1 + 2 * LOGICAL);
        FloatVector c13 = FloatVector.fromArray(SPECIES, memory, gradient + g1 + 3 * LOGICAL);
        FloatVector c14 = FloatVector.fromArray(SPECIES, memory, gradient + g1 + 4 * LOGICAL);
        for (int r = 0; r < length; r += LOGICAL) {
            FloatVector slope = FloatVector.fromArray(SPECIES, slopes, r);
            FloatVector half = slope.mul(0.5f);
            FloatVector z0 = FloatVector.fromArray(SPECIES, memory, sums + unit * ROWS + r);
            FloatVector a0 = z0.abs().add(z0);
            w0 = half.fma(a0, w0);
            IntVector active0 = a0.reinterpretAsInts().add(DeltaPass.TOP).lanewise(VectorOperators.ASHR, 31);
            FloatVector d0 = slope.mul(weight0).reinterpretAsInts().and(active0).reinterpretAsFloats();
            b0 = b0.add(d0);
            FloatVector z1 = FloatVector.fromArray(SPECIES, memory, sums + other * ROWS + r);
            FloatVector a1 = z1.abs().add(z1);
            w1 = half.fma(a1, w1);
            IntVector active1 = a1.reinterpretAsInts().add(DeltaPass.TOP).lanewise(VectorOperators.ASHR, 31);
            FloatVector d1 = slope.mul(weight1).reinterpretAsInts().and(active1).reinterpretAsFloats();
            b1 = b1.add(d1);
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, xo + r);
            c00 = x0.fma(d0, c00);
            c10 = x0.fma(d1, c10);
            FloatVector x1 = FloatVector.fromArray(SPECIES, x, xo + ROWS + r);
            c01 = x1.fma(d0, c01);
            c11 = x1.fma(d1, c11);
            FloatVector x2 = FloatVector.fromArray(SPECIES, x, xo + 2 * ROWS + r);
            c02 = x2.fma(d0, c02);
            c12 = x2.fma(d1, c12);
            FloatVector x3 = FloatVector.fromArray(SPECIES, x, xo + 3 * ROWS + r);
            c03 = x3.fma(d0, c03);
            c13 = x3.fma(d1, c13);
            FloatVector x4 = FloatVector.fromArray(SPECIES, x, xo + 4 * ROWS + r);
            c04 = x4.fma(d0, c04);
            c14 = x4.fma(d1, c14);
        }
        w0.intoArray(memory, outgoing + to0);
        b0.intoArray(memory, biasGradient + to0);
        w1.intoArray(memory, outgoing + to1);
        b1.intoArray(memory, biasGradient + to1);
        c00.intoArray(memory, gradient + g0);
        c01.intoArray(memory, gradient + g0 + LOGICAL);
        c02.intoArray(memory, gradient + g0 + 2 * LOGICAL);
        c03.intoArray(memory, gradient + g0 + 3 * LOGICAL);
        c04.intoArray(memory, gradient + g0 + 4 * LOGICAL);
        c10.intoArray(memory, gradient + g1);
        c11.intoArray(memory, gradient + g1 + LOGICAL);
        c12.intoArray(memory, gradient + g1 + 2 * LOGICAL);
        c13.intoArray(memory, gradient + g1 + 3 * LOGICAL);
        c14.intoArray(memory, gradient + g1 + 4 * LOGICAL);
    }
}
