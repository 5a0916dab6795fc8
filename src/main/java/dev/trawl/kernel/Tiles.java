package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * A panel of a matrix product, {@code out[a][j] = start[a][j] + sum over t of x[a][t] w[t][j]}, each sum in the order
 * of t. Forward, a runs over rows and t over inputs; backward, a over inputs and t over rows.
 *
 * <p>Micro-kernels keep some rows of {@code x} by some vectors of {@code w} as sums in registers, and turn over t. How
 * many depends on how many registers there are: with vectors of 16 lanes come 32 ({@link WideTiles}), with shorter ones
 * 16 ({@link SlimTiles}). Their bodies repeat each other, as vectors given to a method may go to the heap.
 */
final class Tiles {

    /** Whether there are 32 vector registers, not 16. */
    static final boolean WIDE = WIDTH == 16;

    /**
     * Turns that a micro-kernel makes at most. To a loop that may be long the compiler adds an outer one, to stop in
     * every thousand turns, and addresses lose their registers to its counters: with 16 lanes a step takes a twentieth
     * longer. Where it sees that a loop is short it does not; so loops over rows end with the smaller of two numbers.
     * {@link SlimTiles} is faster without.
     */
    static final int MOST_TURNS = 512;

    /** Columns of a micro-kernel: four vectors or two. */
    private static final int STRIP = WIDE ? 4 * WIDTH : 2 * WIDTH;

    private Tiles() {}

    /**
     * @param memory holds start, w and out
     * @param so where start (across, width) is, rows {@code sAcross} apart: {@code width}, or 0 for one row for all
     * @param x element (a, t) is at {@code xo + a * xAcross + t * xStep}; {@code xAcross} or {@code xStep} is 1, and it
     *     is faster where {@code xAcross} is: five or six rows a micro-kernel need their numbers to be neighbours
     * @param wo where w (turns, width) is
     * @param oo where out (across, width) is, which is overwritten
     */
    static void multiply(
            float[] memory,
            int so,
            int sAcross,
            float[] x,
            int xo,
            int xAcross,
            int xStep,
            int wo,
            int width,
            int turns,
            int oo,
            int across) {
        if (turns > MOST_TURNS) {
            multiply(memory, so, sAcross, x, xo, xAcross, xStep, wo, width, MOST_TURNS, oo, across);
            int xNext = xo + MOST_TURNS * xStep;
            int wNext = wo + MOST_TURNS * width;
            multiply(memory, oo, width, x, xNext, xAcross, xStep, wNext, width, turns - MOST_TURNS, oo, across);
            return;
        }
        if (!WIDE && width == PANEL && xAcross == 1) {
            SlimTiles.panel(memory, so, sAcross, x, xo, xStep, wo, turns, oo, across);
            return;
        }
        int sixes = WIDE && xAcross == 1 ? sixes(across) : 0;
        int v = 0;
        for (; v + STRIP <= width; v += STRIP) {
            int a = 0;
            for (; a < 6 * sixes; a += 6) {
                int s = so + a * sAcross + v;
                int o = oo + a * width + v;
                WideTiles.six(memory, s, sAcross, x, xo + a, xStep, wo + v, width, turns, o);
            }
            for (; a < across; a += 4) {
                int s = so + a * sAcross + v;
                int at = xo + a * xAcross;
                int o = oo + a * width + v;
                int last = across - 1 - a;
                if (WIDE) {
                    WideTiles.four(memory, s, sAcross, x, at, xAcross, xStep, wo + v, width, turns, o, last);
                } else {
                    SlimTiles.four(memory, s, sAcross, x, at, xAcross, xStep, wo + v, width, turns, o, last);
                }
            }
        }
        for (; v < width; v += WIDTH) {
            for (int a = 0; a < across; a += 8) {
                narrow(
                        memory,
                        so + a * sAcross + v,
                        sAcross,
                        x,
                        xo + a * xAcross,
                        xAcross,
                        xStep,
                        wo + v,
                        width,
                        turns,
                        oo + a * width + v,
                        across - 1 - a);
            }
        }
    }

    /** How many sixes leave a rest that fours make with the fewest rows to spare: 20 rows are 6 + 6 + 4 + 4. */
    private static int sixes(int across) {
        int fours =
                switch (across % 6) {
                    case 0 -> 0;
                    case 1, 2 -> 2;
                    case 3, 4 -> 1;
                    default -> 3;
                };
        return Math.max(0, across - 4 * fours + 3) / 6;
    }

    /** One vector of a panel too narrow for a wide micro-kernel, 8 rows of x or fewer. */
    private static void narrow(
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
        FloatVector c0 = FloatVector.fromArray(SPECIES, memory, s0);
        FloatVector c1 = FloatVector.fromArray(SPECIES, memory, s0 + r1 * sAcross);
        FloatVector c2 = FloatVector.fromArray(SPECIES, memory, s0 + r2 * sAcross);
        FloatVector c3 = FloatVector.fromArray(SPECIES, memory, s0 + r3 * sAcross);
        FloatVector c4 = FloatVector.fromArray(SPECIES, memory, s0 + r4 * sAcross);
        FloatVector c5 = FloatVector.fromArray(SPECIES, memory, s0 + r5 * sAcross);
        FloatVector c6 = FloatVector.fromArray(SPECIES, memory, s0 + r6 * sAcross);
        FloatVector c7 = FloatVector.fromArray(SPECIES, memory, s0 + r7 * sAcross);
        int end = Math.min(turns, MOST_TURNS);
        for (int t = 0; t < end; t++) {
            int step = t * xStep;
            FloatVector v = FloatVector.fromArray(SPECIES, memory, wo + t * width);
            c0 = v.fma(FloatVector.broadcast(SPECIES, x[x0 + step]), c0);
            c1 = v.fma(FloatVector.broadcast(SPECIES, x[x1 + step]), c1);
            c2 = v.fma(FloatVector.broadcast(SPECIES, x[x2 + step]), c2);
            c3 = v.fma(FloatVector.broadcast(SPECIES, x[x3 + step]), c3);
            c4 = v.fma(FloatVector.broadcast(SPECIES, x[x4 + step]), c4);
            c5 = v.fma(FloatVector.broadcast(SPECIES, x[x5 + step]), c5);
            c6 = v.fma(FloatVector.broadcast(SPECIES, x[x6 + step]), c6);
            c7 = v.fma(FloatVector.broadcast(SPECIES, x[x7 + step]), c7);
        }
        c0.intoArray(memory, o0);
        c1.intoArray(memory, o0 + r1 * width);
        c2.intoArray(memory, o0 + r2 * width);
        c3.intoArray(memory, o0 + r3 * width);
        c4.intoArray(memory, o0 + r4 * width);
        c5.intoArray(memory, o0 + r5 * width);
        c6.intoArray(memory, o0 + r6 * width);
        c7.intoArray(memory, o0 + r7 * width);
    }
}
