package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernels: a panel of a matrix product, {@code out[a][j] = start[a][j] + sum over t of x[a][t] w[t][j]}, each sum
 * in the order of t. Forward, a runs over rows and t over inputs; backward, a over inputs and t over rows.
 *
 * <p>Four rows of {@code x} by four vectors of {@code w} keep 16 sums in registers and turn over t with 4 loads, 4
 * broadcasts and 16 multiply-adds. Past the end of {@code a} the last row is computed again and written twice, which does
 * no harm. {@link SixTiles} takes six rows at a time where the machine can.
 */
final class Tiles {

    /** A row of zeros to start from. */
    static final float[] ZEROS = new float[PANEL];

    /** Whether there are registers for 24 sums: with vectors of 16 lanes come 32 registers. */
    private static final boolean WIDE = WIDTH == 16;

    private Tiles() {}

    /**
     * @param start (across, width), rows {@code sAcross} apart: {@code width}, or 0 for one row for all
     * @param x element (a, t) is at {@code xo + a * xAcross + t * xStep}; {@code xAcross} or {@code xStep} is 1
     * @param w (turns, width)
     * @param out (across, width), overwritten
     */
    static void multiply(
            float[] start,
            int so,
            int sAcross,
            float[] x,
            int xo,
            int xAcross,
            int xStep,
            float[] w,
            int wo,
            int width,
            int turns,
            float[] out,
            int oo,
            int across) {
        if (width == PANEL) {
            int a = 0;
            for (; WIDE && a + 6 <= across; a += 6) {
                int s = so + a * sAcross;
                int at = xo + a * xAcross;
                if (xStep == 1) {
                    SixTiles.rows(start, s, sAcross, x, at, xAcross, w, wo, turns, out, oo + a * PANEL);
                } else {
                    SixTiles.columns(start, s, sAcross, x, at, xStep, w, wo, turns, out, oo + a * PANEL);
                }
            }
            for (; a < across; a += 4) {
                full(
                        start,
                        so + a * sAcross,
                        sAcross,
                        x,
                        xo + a * xAcross,
                        xAcross,
                        xStep,
                        w,
                        wo,
                        turns,
                        out,
                        oo + a * PANEL,
                        across - 1 - a);
            }
            return;
        }
        for (int v = 0; v < width; v += WIDTH) {
            for (int a = 0; a < across; a += 8) {
                narrow(
                        start,
                        so + a * sAcross + v,
                        sAcross,
                        x,
                        xo + a * xAcross,
                        xAcross,
                        xStep,
                        w,
                        wo + v,
                        width,
                        turns,
                        out,
                        oo + a * width + v,
                        across - 1 - a);
            }
        }
    }

    /** A full panel, 4 rows of x. */
    private static void full(
            float[] start,
            int s0,
            int sAcross,
            float[] x,
            int x0,
            int xAcross,
            int xStep,
            float[] w,
            int wo,
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
        FloatVector c02 = FloatVector.fromArray(SPECIES, start, s0 + 2 * WIDTH);
        FloatVector c03 = FloatVector.fromArray(SPECIES, start, s0 + 3 * WIDTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, s1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, start, s1 + WIDTH);
        FloatVector c12 = FloatVector.fromArray(SPECIES, start, s1 + 2 * WIDTH);
        FloatVector c13 = FloatVector.fromArray(SPECIES, start, s1 + 3 * WIDTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, start, s2);
        FloatVector c21 = FloatVector.fromArray(SPECIES, start, s2 + WIDTH);
        FloatVector c22 = FloatVector.fromArray(SPECIES, start, s2 + 2 * WIDTH);
        FloatVector c23 = FloatVector.fromArray(SPECIES, start, s2 + 3 * WIDTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, start, s3);
        FloatVector c31 = FloatVector.fromArray(SPECIES, start, s3 + WIDTH);
        FloatVector c32 = FloatVector.fromArray(SPECIES, start, s3 + 2 * WIDTH);
        FloatVector c33 = FloatVector.fromArray(SPECIES, start, s3 + 3 * WIDTH);
        for (int t = 0; t < turns; t++) {
            int at = wo + t * PANEL;
            int step = t * xStep;
            FloatVector w0 = FloatVector.fromArray(SPECIES, w, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, w, at + WIDTH);
            FloatVector w2 = FloatVector.fromArray(SPECIES, w, at + 2 * WIDTH);
            FloatVector w3 = FloatVector.fromArray(SPECIES, w, at + 3 * WIDTH);
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
        int o1 = o0 + r1 * PANEL;
        int o2 = o0 + r2 * PANEL;
        int o3 = o0 + r3 * PANEL;
        c00.intoArray(out, o0);
        c01.intoArray(out, o0 + WIDTH);
        c02.intoArray(out, o0 + 2 * WIDTH);
        c03.intoArray(out, o0 + 3 * WIDTH);
        c10.intoArray(out, o1);
        c11.intoArray(out, o1 + WIDTH);
        c12.intoArray(out, o1 + 2 * WIDTH);
        c13.intoArray(out, o1 + 3 * WIDTH);
        c20.intoArray(out, o2);
        c21.intoArray(out, o2 + WIDTH);
        c22.intoArray(out, o2 + 2 * WIDTH);
        c23.intoArray(out, o2 + 3 * WIDTH);
        c30.intoArray(out, o3);
        c31.intoArray(out, o3 + WIDTH);
        c32.intoArray(out, o3 + 2 * WIDTH);
        c33.intoArray(out, o3 + 3 * WIDTH);
    }

    /** One vector of a narrower panel, 8 rows of x. */
    private static void narrow(
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
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        int x1 = x0 + r1 * xAcross;
        int x2 = x0 + r2 * xAcross;
        int x3 = x0 + r3 * xAcross;
        int x4 = x0 + r4 * xAcross;
        int x5 = x0 + r5 * xAcross;
        int x6 = x0 + r6 * xAcross;
        int x7 = x0 + r7 * xAcross;
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, s0);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, s0 + r1 * sAcross);
        FloatVector c2 = FloatVector.fromArray(SPECIES, start, s0 + r2 * sAcross);
        FloatVector c3 = FloatVector.fromArray(SPECIES, start, s0 + r3 * sAcross);
        FloatVector c4 = FloatVector.fromArray(SPECIES, start, s0 + r4 * sAcross);
        FloatVector c5 = FloatVector.fromArray(SPECIES, start, s0 + r5 * sAcross);
        FloatVector c6 = FloatVector.fromArray(SPECIES, start, s0 + r6 * sAcross);
        FloatVector c7 = FloatVector.fromArray(SPECIES, start, s0 + r7 * sAcross);
        for (int t = 0; t < turns; t++) {
            int step = t * xStep;
            FloatVector v = FloatVector.fromArray(SPECIES, w, wo + t * width);
            c0 = v.fma(FloatVector.broadcast(SPECIES, x[x0 + step]), c0);
            c1 = v.fma(FloatVector.broadcast(SPECIES, x[x1 + step]), c1);
            c2 = v.fma(FloatVector.broadcast(SPECIES, x[x2 + step]), c2);
            c3 = v.fma(FloatVector.broadcast(SPECIES, x[x3 + step]), c3);
            c4 = v.fma(FloatVector.broadcast(SPECIES, x[x4 + step]), c4);
            c5 = v.fma(FloatVector.broadcast(SPECIES, x[x5 + step]), c5);
            c6 = v.fma(FloatVector.broadcast(SPECIES, x[x6 + step]), c6);
            c7 = v.fma(FloatVector.broadcast(SPECIES, x[x7 + step]), c7);
        }
        c0.intoArray(out, o0);
        c1.intoArray(out, o0 + r1 * width);
        c2.intoArray(out, o0 + r2 * width);
        c3.intoArray(out, o0 + r3 * width);
        c4.intoArray(out, o0 + r4 * width);
        c5.intoArray(out, o0 + r5 * width);
        c6.intoArray(out, o0 + r6 * width);
        c7.intoArray(out, o0 + r7 * width);
    }
}
