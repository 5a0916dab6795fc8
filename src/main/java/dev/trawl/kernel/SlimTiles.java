package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernels of {@link Tiles} for machines with 16 vector registers: two vectors of w. 12 sums turn over t with 2
 * loads, 6 broadcasts and 12 multiply-adds, 8 with 2, 4 and 8; {@link WideTiles}' sums would go through memory in every turn.
 */
final class SlimTiles {

    private SlimTiles() {}

    /**
     * Six rows of x, side by side: turn t of them begins at {@code x0 + t * xStep}.
     *
     * @param x5 where the sixth begins, {@code x0 + 5}: not knowing that, the compiler loads it on its own. It loads
     *     neighbours ahead of their use, and with six of them a sum loses its register on JDK 25, which halves the rate.
     */
    static void six(
            float[] start,
            int s0,
            int sAcross,
            float[] x,
            int x0,
            int x5,
            int xStep,
            float[] w,
            int wo,
            int width,
            int turns,
            float[] out,
            int o0) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, start, s0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, start, s0 + WIDTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, s0 + sAcross);
        FloatVector c11 = FloatVector.fromArray(SPECIES, start, s0 + sAcross + WIDTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, start, s0 + 2 * sAcross);
        FloatVector c21 = FloatVector.fromArray(SPECIES, start, s0 + 2 * sAcross + WIDTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, start, s0 + 3 * sAcross);
        FloatVector c31 = FloatVector.fromArray(SPECIES, start, s0 + 3 * sAcross + WIDTH);
        FloatVector c40 = FloatVector.fromArray(SPECIES, start, s0 + 4 * sAcross);
        FloatVector c41 = FloatVector.fromArray(SPECIES, start, s0 + 4 * sAcross + WIDTH);
        FloatVector c50 = FloatVector.fromArray(SPECIES, start, s0 + 5 * sAcross);
        FloatVector c51 = FloatVector.fromArray(SPECIES, start, s0 + 5 * sAcross + WIDTH);
        int step = 0;
        int at = wo;
        for (int t = 0; t < turns; t++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, w, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, w, at + WIDTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, x[x0 + step]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, x[x0 + step + 1]);
            c10 = a1.fma(w0, c10);
            c11 = a1.fma(w1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, x[x0 + step + 2]);
            c20 = a2.fma(w0, c20);
            c21 = a2.fma(w1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, x[x0 + step + 3]);
            c30 = a3.fma(w0, c30);
            c31 = a3.fma(w1, c31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, x[x0 + step + 4]);
            c40 = a4.fma(w0, c40);
            c41 = a4.fma(w1, c41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, x[x5 + step]);
            c50 = a5.fma(w0, c50);
            c51 = a5.fma(w1, c51);
            step += xStep;
            at += width;
        }
        c00.intoArray(out, o0);
        c01.intoArray(out, o0 + WIDTH);
        c10.intoArray(out, o0 + width);
        c11.intoArray(out, o0 + width + WIDTH);
        c20.intoArray(out, o0 + 2 * width);
        c21.intoArray(out, o0 + 2 * width + WIDTH);
        c30.intoArray(out, o0 + 3 * width);
        c31.intoArray(out, o0 + 3 * width + WIDTH);
        c40.intoArray(out, o0 + 4 * width);
        c41.intoArray(out, o0 + 4 * width + WIDTH);
        c50.intoArray(out, o0 + 5 * width);
        c51.intoArray(out, o0 + 5 * width + WIDTH);
    }

    /** Four rows of x or fewer, as in {@link WideTiles#four}. */
    static void four(
            float[] start,
            int s0,
            int sAcross,
            float[] x,
            int x0,
            int xAcross,
            int xStep,
            float[] w,
            int wo,
            int width,
            int turns,
            float[] out,
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
        FloatVector c00 = FloatVector.fromArray(SPECIES, start, s0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, start, s0 + WIDTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, s1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, start, s1 + WIDTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, start, s2);
        FloatVector c21 = FloatVector.fromArray(SPECIES, start, s2 + WIDTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, start, s3);
        FloatVector c31 = FloatVector.fromArray(SPECIES, start, s3 + WIDTH);
        for (int t = 0; t < turns; t++) {
            int at = wo + t * width;
            int step = t * xStep;
            FloatVector w0 = FloatVector.fromArray(SPECIES, w, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, w, at + WIDTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, x[x0 + step]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, x[x1 + step]);
            c10 = a1.fma(w0, c10);
            c11 = a1.fma(w1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, x[x2 + step]);
            c20 = a2.fma(w0, c20);
            c21 = a2.fma(w1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, x[x3 + step]);
            c30 = a3.fma(w0, c30);
            c31 = a3.fma(w1, c31);
        }
        int o1 = o0 + r1 * width;
        int o2 = o0 + r2 * width;
        int o3 = o0 + r3 * width;
        c00.intoArray(out, o0);
        c01.intoArray(out, o0 + WIDTH);
        c10.intoArray(out, o1);
        c11.intoArray(out, o1 + WIDTH);
        c20.intoArray(out, o2);
        c21.intoArray(out, o2 + WIDTH);
        c30.intoArray(out, o3);
        c31.intoArray(out, o3 + WIDTH);
    }
}
