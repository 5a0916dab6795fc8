package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;
import static dev.trawl.kernel.Tiles.MOST_TURNS;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernels of {@link Tiles} for machines with 32 vector registers: four vectors of w. 24 sums turn over t with
 * 4 loads, 6 broadcasts and 24 multiply-adds, 16 with 4, 4 and 16.
 */
final class WideTiles {

    private WideTiles() {}

    /** Six rows of x, side by side: turn t of them begins at {@code x0 + t * xStep}. */
    static void six(
            float[] memory, int s0, int sAcross, float[] x, int x0, int xStep, int wo, int width, int turns, int o0) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, memory, s0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, memory, s0 + WIDTH);
        FloatVector c02 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * WIDTH);
        FloatVector c03 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * WIDTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, memory, s0 + sAcross);
        FloatVector c11 = FloatVector.fromArray(SPECIES, memory, s0 + sAcross + WIDTH);
        FloatVector c12 = FloatVector.fromArray(SPECIES, memory, s0 + sAcross + 2 * WIDTH);
        FloatVector c13 = FloatVector.fromArray(SPECIES, memory, s0 + sAcross + 3 * WIDTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * sAcross);
        FloatVector c21 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * sAcross + WIDTH);
        FloatVector c22 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * sAcross + 2 * WIDTH);
        FloatVector c23 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * sAcross + 3 * WIDTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * sAcross);
        FloatVector c31 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * sAcross + WIDTH);
        FloatVector c32 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * sAcross + 2 * WIDTH);
        FloatVector c33 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * sAcross + 3 * WIDTH);
        FloatVector c40 = FloatVector.fromArray(SPECIES, memory, s0 + 4 * sAcross);
        FloatVector c41 = FloatVector.fromArray(SPECIES, memory, s0 + 4 * sAcross + WIDTH);
        FloatVector c42 = FloatVector.fromArray(SPECIES, memory, s0 + 4 * sAcross + 2 * WIDTH);
        FloatVector c43 = FloatVector.fromArray(SPECIES, memory, s0 + 4 * sAcross + 3 * WIDTH);
        FloatVector c50 = FloatVector.fromArray(SPECIES, memory, s0 + 5 * sAcross);
        FloatVector c51 = FloatVector.fromArray(SPECIES, memory, s0 + 5 * sAcross + WIDTH);
        FloatVector c52 = FloatVector.fromArray(SPECIES, memory, s0 + 5 * sAcross + 2 * WIDTH);
        FloatVector c53 = FloatVector.fromArray(SPECIES, memory, s0 + 5 * sAcross + 3 * WIDTH);
        int end = Math.min(turns, MOST_TURNS);
        for (int t = 0; t < end; t++) {
            int at = wo + t * width;
            int step = t * xStep;
            FloatVector w0 = FloatVector.fromArray(SPECIES, memory, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, memory, at + WIDTH);
            FloatVector w2 = FloatVector.fromArray(SPECIES, memory, at + 2 * WIDTH);
            FloatVector w3 = FloatVector.fromArray(SPECIES, memory, at + 3 * WIDTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, x[x0 + step]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
            c02 = a0.fma(w2, c02);
            c03 = a0.fma(w3, c03);
            FloatVector a1 = FloatVector.broadcast(SPECIES, x[x0 + step + 1]);
            c10 = a1.fma(w0, c10);
            c11 = a1.fma(w1, c11);
            c12 = a1.fma(w2, c12);
            c13 = a1.fma(w3, c13);
            FloatVector a2 = FloatVector.broadcast(SPECIES, x[x0 + step + 2]);
            c20 = a2.fma(w0, c20);
            c21 = a2.fma(w1, c21);
            c22 = a2.fma(w2, c22);
            c23 = a2.fma(w3, c23);
            FloatVector a3 = FloatVector.broadcast(SPECIES, x[x0 + step + 3]);
            c30 = a3.fma(w0, c30);
            c31 = a3.fma(w1, c31);
            c32 = a3.fma(w2, c32);
            c33 = a3.fma(w3, c33);
            FloatVector a4 = FloatVector.broadcast(SPECIES, x[x0 + step + 4]);
            c40 = a4.fma(w0, c40);
            c41 = a4.fma(w1, c41);
            c42 = a4.fma(w2, c42);
            c43 = a4.fma(w3, c43);
            FloatVector a5 = FloatVector.broadcast(SPECIES, x[x0 + step + 5]);
            c50 = a5.fma(w0, c50);
            c51 = a5.fma(w1, c51);
            c52 = a5.fma(w2, c52);
            c53 = a5.fma(w3, c53);
        }
        c00.intoArray(memory, o0);
        c01.intoArray(memory, o0 + WIDTH);
        c02.intoArray(memory, o0 + 2 * WIDTH);
        c03.intoArray(memory, o0 + 3 * WIDTH);
        c10.intoArray(memory, o0 + width);
        c11.intoArray(memory, o0 + width + WIDTH);
        c12.intoArray(memory, o0 + width + 2 * WIDTH);
        c13.intoArray(memory, o0 + width + 3 * WIDTH);
        c20.intoArray(memory, o0 + 2 * width);
        c21.intoArray(memory, o0 + 2 * width + WIDTH);
        c22.intoArray(memory, o0 + 2 * width + 2 * WIDTH);
        c23.intoArray(memory, o0 + 2 * width + 3 * WIDTH);
        c30.intoArray(memory, o0 + 3 * width);
        c31.intoArray(memory, o0 + 3 * width + WIDTH);
        c32.intoArray(memory, o0 + 3 * width + 2 * WIDTH);
        c33.intoArray(memory, o0 + 3 * width + 3 * WIDTH);
        c40.intoArray(memory, o0 + 4 * width);
        c41.intoArray(memory, o0 + 4 * width + WIDTH);
        c42.intoArray(memory, o0 + 4 * width + 2 * WIDTH);
        c43.intoArray(memory, o0 + 4 * width + 3 * WIDTH);
        c50.intoArray(memory, o0 + 5 * width);
        c51.intoArray(memory, o0 + 5 * width + WIDTH);
        c52.intoArray(memory, o0 + 5 * width + 2 * WIDTH);
        c53.intoArray(memory, o0 + 5 * width + 3 * WIDTH);
    }

    /**
     * Four rows of x or fewer, {@code last + 1}: past them the last is computed again and written twice, which does no
     * harm.
     */
    static void four(
            float[] memory,
            int s0,
            int sAcross,
            float[] x,
            int x0,
            int xAcross,
            int xStep,
            int wo,
            int width,
            int turns,
            int o0,
            int last) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int x1 = x0 + r1 * xAcross;
        int x2 = x0 + r2 * xAcross;
        int x3 = x0 + r3 * xAcross;
        int s1 = s0 + r1 * sAcross;
        int s2 = s0 + r2 * sAcross;
        int s3 = s0 + r3 * sAcross;
        FloatVector c00 = FloatVector.fromArray(SPECIES, memory, s0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, memory, s0 + WIDTH);
        FloatVector c02 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * WIDTH);
        FloatVector c03 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * WIDTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, memory, s1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, memory, s1 + WIDTH);
        FloatVector c12 = FloatVector.fromArray(SPECIES, memory, s1 + 2 * WIDTH);
        FloatVector c13 = FloatVector.fromArray(SPECIES, memory, s1 + 3 * WIDTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, memory, s2);
        FloatVector c21 = FloatVector.fromArray(SPECIES, memory, s2 + WIDTH);
        FloatVector c22 = FloatVector.fromArray(SPECIES, memory, s2 + 2 * WIDTH);
        FloatVector c23 = FloatVector.fromArray(SPECIES, memory, s2 + 3 * WIDTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, memory, s3);
        FloatVector c31 = FloatVector.fromArray(SPECIES, memory, s3 + WIDTH);
        FloatVector c32 = FloatVector.fromArray(SPECIES, memory, s3 + 2 * WIDTH);
        FloatVector c33 = FloatVector.fromArray(SPECIES, memory, s3 + 3 * WIDTH);
        int end = Math.min(turns, MOST_TURNS);
        for (int t = 0; t < end; t++) {
            int at = wo + t * width;
            int step = t * xStep;
            FloatVector w0 = FloatVector.fromArray(SPECIES, memory, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, memory, at + WIDTH);
            FloatVector w2 = FloatVector.fromArray(SPECIES, memory, at + 2 * WIDTH);
            FloatVector w3 = FloatVector.fromArray(SPECIES, memory, at + 3 * WIDTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, x[x0 + step]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
            c02 = a0.fma(w2, c02);
            c03 = a0.fma(w3, c03);
            FloatVector a1 = FloatVector.broadcast(SPECIES, x[x1 + step]);
            c10 = a1.fma(w0, c10);
            c11 = a1.fma(w1, c11);
            c12 = a1.fma(w2, c12);
            c13 = a1.fma(w3, c13);
            FloatVector a2 = FloatVector.broadcast(SPECIES, x[x2 + step]);
            c20 = a2.fma(w0, c20);
            c21 = a2.fma(w1, c21);
            c22 = a2.fma(w2, c22);
            c23 = a2.fma(w3, c23);
            FloatVector a3 = FloatVector.broadcast(SPECIES, x[x3 + step]);
            c30 = a3.fma(w0, c30);
            c31 = a3.fma(w1, c31);
            c32 = a3.fma(w2, c32);
            c33 = a3.fma(w3, c33);
        }
        int o1 = o0 + r1 * width;
        int o2 = o0 + r2 * width;
        int o3 = o0 + r3 * width;
        c00.intoArray(memory, o0);
        c01.intoArray(memory, o0 + WIDTH);
        c02.intoArray(memory, o0 + 2 * WIDTH);
        c03.intoArray(memory, o0 + 3 * WIDTH);
        c10.intoArray(memory, o1);
        c11.intoArray(memory, o1 + WIDTH);
        c12.intoArray(memory, o1 + 2 * WIDTH);
        c13.intoArray(memory, o1 + 3 * WIDTH);
        c20.intoArray(memory, o2);
        c21.intoArray(memory, o2 + WIDTH);
        c22.intoArray(memory, o2 + 2 * WIDTH);
        c23.intoArray(memory, o2 + 3 * WIDTH);
        c30.intoArray(memory, o3);
        c31.intoArray(memory, o3 + WIDTH);
        c32.intoArray(memory, o3 + 2 * WIDTH);
        c33.intoArray(memory, o3 + 3 * WIDTH);
    }
}
