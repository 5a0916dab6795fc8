package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernels of {@link Tiles} for machines with 16 vector registers: two vectors of w. Ten sums turn over t with
 * 2 loads, 5 broadcasts and 10 multiply-adds, eight with 2, 4 and 8; {@link WideTiles}' sums would go through memory in
 * every turn.
 */
final class SlimTiles {

    private SlimTiles() {}

    /** A full panel, as {@link Tiles#multiply} where rows of x lie side by side. */
    static void panel(
            float[] memory, int so, int sAcross, float[] x, int xo, int xStep, int wo, int turns, int oo, int across) {
        int a = fives(memory, so, sAcross, x, xo, xStep, wo, turns, oo, across);
        if (a < across) {
            int s = so + a * sAcross;
            rest(memory, s, sAcross, x, xo + a, xStep, wo, turns, oo + a * PANEL, across - 1 - a);
        }
    }

    /**
     * All columns of a full panel, five rows of x at a time, whose numbers lie side by side. That the panel's width is
     * a constant and the loop over rows stands here lets the compiler check bounds before the turns and not in them,
     * which makes them a fifth faster. Then it loads numbers of x ahead: with six rows a sum would lose its register to
     * one of them.
     *
     * @return how many rows of x that were: the multiple of five
     */
    private static int fives(
            float[] memory, int so, int sAcross, float[] x, int xo, int xStep, int wo, int turns, int oo, int across) {
        int whole = across - across % 5;
        for (int v = 0; v < PANEL; v += 2 * WIDTH) {
            for (int a = 0; a < whole; a += 5) {
                int s0 = so + a * sAcross + v;
                FloatVector c00 = FloatVector.fromArray(SPECIES, memory, s0);
                FloatVector c01 = FloatVector.fromArray(SPECIES, memory, s0 + WIDTH);
                FloatVector c10 = FloatVector.fromArray(SPECIES, memory, s0 + sAcross);
                FloatVector c11 = FloatVector.fromArray(SPECIES, memory, s0 + sAcross + WIDTH);
                FloatVector c20 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * sAcross);
                FloatVector c21 = FloatVector.fromArray(SPECIES, memory, s0 + 2 * sAcross + WIDTH);
                FloatVector c30 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * sAcross);
                FloatVector c31 = FloatVector.fromArray(SPECIES, memory, s0 + 3 * sAcross + WIDTH);
                FloatVector c40 = FloatVector.fromArray(SPECIES, memory, s0 + 4 * sAcross);
                FloatVector c41 = FloatVector.fromArray(SPECIES, memory, s0 + 4 * sAcross + WIDTH);
                int x0 = xo + a;
                int w0 = wo + v;
                for (int t = 0; t < turns; t++) {
                    int step = x0 + t * xStep;
                    int at = w0 + t * PANEL;
                    FloatVector v0 = FloatVector.fromArray(SPECIES, memory, at);
                    FloatVector v1 = FloatVector.fromArray(SPECIES, memory, at + WIDTH);
                    FloatVector a0 = FloatVector.broadcast(SPECIES, x[step]);
                    c00 = a0.fma(v0, c00);
                    c01 = a0.fma(v1, c01);
                    FloatVector a1 = FloatVector.broadcast(SPECIES, x[step + 1]);
                    c10 = a1.fma(v0, c10);
                    c11 = a1.fma(v1, c11);
                    FloatVector a2 = FloatVector.broadcast(SPECIES, x[step + 2]);
                    c20 = a2.fma(v0, c20);
                    c21 = a2.fma(v1, c21);
                    FloatVector a3 = FloatVector.broadcast(SPECIES, x[step + 3]);
                    c30 = a3.fma(v0, c30);
                    c31 = a3.fma(v1, c31);
                    FloatVector a4 = FloatVector.broadcast(SPECIES, x[step + 4]);
                    c40 = a4.fma(v0, c40);
                    c41 = a4.fma(v1, c41);
                }
                int o = oo + a * PANEL + v;
                c00.intoArray(memory, o);
                c01.intoArray(memory, o + WIDTH);
                c10.intoArray(memory, o + PANEL);
                c11.intoArray(memory, o + PANEL + WIDTH);
                c20.intoArray(memory, o + 2 * PANEL);
                c21.intoArray(memory, o + 2 * PANEL + WIDTH);
                c30.intoArray(memory, o + 3 * PANEL);
                c31.intoArray(memory, o + 3 * PANEL + WIDTH);
                c40.intoArray(memory, o + 4 * PANEL);
                c41.intoArray(memory, o + 4 * PANEL + WIDTH);
            }
        }
        return whole;
    }

    /** What {@link #fives} leaves of a full panel: {@link #four} at constant strides, which a step feels. */
    private static void rest(
            float[] memory, int so, int sAcross, float[] x, int xo, int xStep, int wo, int turns, int oo, int last) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        for (int v = 0; v < PANEL; v += 2 * WIDTH) {
            int s0 = so + v;
            FloatVector c00 = FloatVector.fromArray(SPECIES, memory, s0);
            FloatVector c01 = FloatVector.fromArray(SPECIES, memory, s0 + WIDTH);
            FloatVector c10 = FloatVector.fromArray(SPECIES, memory, s0 + r1 * sAcross);
            FloatVector c11 = FloatVector.fromArray(SPECIES, memory, s0 + r1 * sAcross + WIDTH);
            FloatVector c20 = FloatVector.fromArray(SPECIES, memory, s0 + r2 * sAcross);
            FloatVector c21 = FloatVector.fromArray(SPECIES, memory, s0 + r2 * sAcross + WIDTH);
            FloatVector c30 = FloatVector.fromArray(SPECIES, memory, s0 + r3 * sAcross);
            FloatVector c31 = FloatVector.fromArray(SPECIES, memory, s0 + r3 * sAcross + WIDTH);
            int w0 = wo + v;
            for (int t = 0; t < turns; t++) {
                int step = xo + t * xStep;
                int at = w0 + t * PANEL;
                FloatVector v0 = FloatVector.fromArray(SPECIES, memory, at);
                FloatVector v1 = FloatVector.fromArray(SPECIES, memory, at + WIDTH);
                FloatVector a0 = FloatVector.broadcast(SPECIES, x[step]);
                c00 = a0.fma(v0, c00);
                c01 = a0.fma(v1, c01);
                FloatVector a1 = FloatVector.broadcast(SPECIES, x[step + r1]);
                c10 = a1.fma(v0, c10);
                c11 = a1.fma(v1, c11);
                FloatVector a2 = FloatVector.broadcast(SPECIES, x[step + r2]);
                c20 = a2.fma(v0, c20);
                c21 = a2.fma(v1, c21);
                FloatVector a3 = FloatVector.broadcast(SPECIES, x[step + r3]);
                c30 = a3.fma(v0, c30);
                c31 = a3.fma(v1, c31);
            }
            int o = oo + v;
            c00.intoArray(memory, o);
            c01.intoArray(memory, o + WIDTH);
            c10.intoArray(memory, o + r1 * PANEL);
            c11.intoArray(memory, o + r1 * PANEL + WIDTH);
            c20.intoArray(memory, o + r2 * PANEL);
            c21.intoArray(memory, o + r2 * PANEL + WIDTH);
            c30.intoArray(memory, o + r3 * PANEL);
            c31.intoArray(memory, o + r3 * PANEL + WIDTH);
        }
    }

    /** Four rows of x or fewer, as in {@link WideTiles#four}. */
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
        FloatVector c10 = FloatVector.fromArray(SPECIES, memory, s1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, memory, s1 + WIDTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, memory, s2);
        FloatVector c21 = FloatVector.fromArray(SPECIES, memory, s2 + WIDTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, memory, s3);
        FloatVector c31 = FloatVector.fromArray(SPECIES, memory, s3 + WIDTH);
        for (int t = 0; t < turns; t++) {
            int at = wo + t * width;
            int step = t * xStep;
            FloatVector w0 = FloatVector.fromArray(SPECIES, memory, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, memory, at + WIDTH);
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
        c00.intoArray(memory, o0);
        c01.intoArray(memory, o0 + WIDTH);
        c10.intoArray(memory, o1);
        c11.intoArray(memory, o1 + WIDTH);
        c20.intoArray(memory, o2);
        c21.intoArray(memory, o2 + WIDTH);
        c30.intoArray(memory, o3);
        c31.intoArray(memory, o3 + WIDTH);
    }
}
