package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.LOGICAL;
import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradient of a small network, what pruning leaves, with rows across the lanes: where units are few, lanes of units
 * would run empty, and where inputs are few, {@link Tiles} would load and store sums for a handful of products. One hidden
 * layer, one logit. Sums over rows run in 16 partial sums: row r adds to sum r modulo 16, in the order of r.
 *
 * <p>Rows of all arrays are a constant number apart, and micro-kernels stand in the loops that call them elsewhere: then the
 * compiler checks bounds before a loop and not inside it.
 */
final class RowLanes {

    /** Rows a block, whatever the machine's vectors: many turns for few sums to load and store, near the first cache. */
    private static final int ROWS = 192;

    /** Rows of a block come in multiples of it: three vectors of 16 lanes. */
    private static final int STEP = 48;

    /** With fewer rows the other passes are faster. */
    private static final int LEAST_ROWS = 128;

    /** Beyond these {@link ForwardPass} and {@link BackwardPass} are faster. Units are taken by four, inputs by two. */
    private static final int MOST_UNITS = 48;

    private static final int MOST_INPUTS = 8;

    /** As in {@link DeltaPass}. */
    private static final int TOP = Integer.MAX_VALUE;

    private final PackedNetwork network;
    private final BlockLoss loss = new BlockLoss(ROWS);
    private final float[] weights = new float[MOST_INPUTS * MOST_UNITS]; // (inputs, units), 0 where there is no unit
    private final float[] biases = new float[MOST_UNITS]; // 0 where there is no unit
    private final float[] x = new float[MOST_INPUTS * ROWS]; // (inputs, ROWS)
    private final float[] sums = new float[MOST_UNITS * ROWS]; // (units, ROWS); become deltas
    private final float[] slopes = new float[ROWS]; // logits that become slopes
    private final float[] gradient = new float[MOST_UNITS * MOST_INPUTS * LOGICAL]; // (units, inputs, LOGICAL)
    private final float[] biasGradient = new float[MOST_UNITS * LOGICAL]; // (units, LOGICAL)
    private final float[] outgoing = new float[MOST_UNITS * LOGICAL]; // (units, LOGICAL): the logit's weights' gradient
    private final float[] slopeSum = new float[LOGICAL];

    RowLanes(PackedNetwork network) {
        this.network = network;
    }

    /** Whether the loaded network and so many rows are for this class. */
    boolean fit(int rows) {
        return network.single()
                && network.hiddenCount() == 1
                && rows >= LEAST_ROWS
                && network.inputs() <= MOST_INPUTS
                && network.layer(0).units() <= MOST_UNITS;
    }

    /** Overwrites the layers' gradients. Returns the sum of the rows' losses. */
    double run(FMatrixRMaj matrix, int[] labels, int from, int to) {
        PackedLayer hidden = network.layer(0);
        PackedLayer output = network.output();
        int units = hidden.units();
        int inputs = network.inputs();
        begin(hidden, units, inputs);
        for (int row = from; row < to; row += ROWS) {
            int rows = Math.min(ROWS, to - row);
            int length = (rows + STEP - 1) / STEP * STEP;
            turn(matrix.data, row, rows, inputs);
            forward(units, inputs, length);
            logits(units, output.weights, output.biases[0], length);
            loss.apply(slopes, 1, labels, row, rows, 1f / (to - from));
            Arrays.fill(slopes, rows, length, 0f);
            for (int unit = 0; unit < units; unit += 2) {
                deltas(unit, Math.min(unit + 1, units - 1), output.weights, length);
            }
            addGradient(units, inputs, length);
        }
        finish(hidden, units, inputs);
        return loss.total();
    }

    private void begin(PackedLayer hidden, int units, int inputs) {
        loss.begin();
        Arrays.fill(gradient, 0, Lanes.padded(units) * MOST_INPUTS * LOGICAL, 0f);
        Arrays.fill(biasGradient, 0f);
        Arrays.fill(outgoing, 0f);
        Arrays.fill(slopeSum, 0f);
        Arrays.fill(weights, 0f);
        Arrays.fill(biases, 0f);
        System.arraycopy(hidden.biases, 0, biases, 0, units);
        Panels panels = hidden.panels();
        for (int q = 0; q < panels.count(); q++) {
            for (int i = 0; i < inputs; i++) {
                int at = panels.offset(q) + i * panels.width(q);
                System.arraycopy(hidden.weights, at, weights, i * MOST_UNITS + q * PANEL, panels.live(q));
            }
        }
    }

    private void turn(float[] data, int row, int rows, int inputs) {
        for (int i = 0; i < inputs; i++) {
            int to = i * ROWS;
            int from = row * inputs + i;
            for (int r = 0; r < rows; r++) {
                x[to + r] = data[from + r * inputs];
            }
        }
    }

    /** The units' sums before ReLU, four units by three vectors of rows at a time. */
    private void forward(int units, int inputs, int length) {
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
                    int at = i * ROWS + r;
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
                int to = unit * ROWS + r;
                c00.intoArray(sums, to);
                c01.intoArray(sums, to + WIDTH);
                c02.intoArray(sums, to + 2 * WIDTH);
                c10.intoArray(sums, to + ROWS);
                c11.intoArray(sums, to + ROWS + WIDTH);
                c12.intoArray(sums, to + ROWS + 2 * WIDTH);
                c20.intoArray(sums, to + 2 * ROWS);
                c21.intoArray(sums, to + 2 * ROWS + WIDTH);
                c22.intoArray(sums, to + 2 * ROWS + 2 * WIDTH);
                c30.intoArray(sums, to + 3 * ROWS);
                c31.intoArray(sums, to + 3 * ROWS + WIDTH);
                c32.intoArray(sums, to + 3 * ROWS + 2 * WIDTH);
            }
        }
    }

    /** Three vectors of rows at a time: a logit's own additions wait for each other. */
    private void logits(int units, float[] outputs, float bias, int length) {
        for (int r = 0; r < length; r += 3 * WIDTH) {
            FloatVector l0 = FloatVector.broadcast(SPECIES, bias);
            FloatVector l1 = l0;
            FloatVector l2 = l0;
            for (int unit = 0; unit < units; unit++) {
                int at = unit * ROWS + r;
                FloatVector half = FloatVector.broadcast(SPECIES, 0.5f * outputs[unit]);
                FloatVector z0 = FloatVector.fromArray(SPECIES, sums, at);
                FloatVector z1 = FloatVector.fromArray(SPECIES, sums, at + WIDTH);
                FloatVector z2 = FloatVector.fromArray(SPECIES, sums, at + 2 * WIDTH);
                l0 = z0.abs().add(z0).fma(half, l0);
                l1 = z1.abs().add(z1).fma(half, l1);
                l2 = z2.abs().add(z2).fma(half, l2);
            }
            l0.intoArray(slopes, r);
            l1.intoArray(slopes, r + WIDTH);
            l2.intoArray(slopes, r + 2 * WIDTH);
        }
    }

    /** As in {@link DeltaPass}, of two units: one unit's sums wait for each other. Where there is one, it comes twice. */
    private void deltas(int unit, int other, float[] outputs, int length) {
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            int to0 = unit * LOGICAL + lane;
            int to1 = other * LOGICAL + lane;
            FloatVector weight0 = FloatVector.broadcast(SPECIES, outputs[unit]);
            FloatVector weight1 = FloatVector.broadcast(SPECIES, outputs[other]);
            FloatVector w0 = FloatVector.fromArray(SPECIES, outgoing, to0);
            FloatVector w1 = FloatVector.fromArray(SPECIES, outgoing, to1);
            FloatVector b0 = FloatVector.fromArray(SPECIES, biasGradient, to0);
            FloatVector b1 = FloatVector.fromArray(SPECIES, biasGradient, to1);
            for (int r = lane; r < length; r += LOGICAL) {
                int at0 = unit * ROWS + r;
                int at1 = other * ROWS + r;
                FloatVector slope = FloatVector.fromArray(SPECIES, slopes, r);
                FloatVector half = slope.mul(0.5f);
                FloatVector z0 = FloatVector.fromArray(SPECIES, sums, at0);
                FloatVector z1 = FloatVector.fromArray(SPECIES, sums, at1);
                FloatVector a0 = z0.abs().add(z0);
                FloatVector a1 = z1.abs().add(z1);
                w0 = half.fma(a0, w0);
                w1 = half.fma(a1, w1);
                IntVector active0 = a0.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
                FloatVector d0 =
                        slope.mul(weight0).reinterpretAsInts().and(active0).reinterpretAsFloats();
                IntVector active1 = a1.reinterpretAsInts().add(TOP).lanewise(VectorOperators.ASHR, 31);
                FloatVector d1 =
                        slope.mul(weight1).reinterpretAsInts().and(active1).reinterpretAsFloats();
                d0.intoArray(sums, at0);
                d1.intoArray(sums, at1);
                b0 = b0.add(d0);
                b1 = b1.add(d1);
            }
            w0.intoArray(outgoing, to0);
            w1.intoArray(outgoing, to1);
            b0.intoArray(biasGradient, to0);
            b1.intoArray(biasGradient, to1);
        }
    }

    private void addGradient(int units, int inputs, int length) {
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, slopeSum, lane);
            for (int r = lane; r < length; r += LOGICAL) {
                sum = sum.add(FloatVector.fromArray(SPECIES, slopes, r));
            }
            sum.intoArray(slopeSum, lane);
            for (int unit = 0; unit < units; unit += 4) {
                for (int i = 0; i < inputs; i += 2) {
                    products(unit * ROWS + lane, i * ROWS + lane, length, (unit * MOST_INPUTS + i) * LOGICAL + lane);
                }
            }
        }
    }

    /** Adds to the gradients of four units in two inputs. */
    private void products(int deltas, int inputs, int length, int to) {
        int unit = MOST_INPUTS * LOGICAL;
        FloatVector c00 = FloatVector.fromArray(SPECIES, gradient, to);
        FloatVector c01 = FloatVector.fromArray(SPECIES, gradient, to + unit);
        FloatVector c02 = FloatVector.fromArray(SPECIES, gradient, to + 2 * unit);
        FloatVector c03 = FloatVector.fromArray(SPECIES, gradient, to + 3 * unit);
        FloatVector c10 = FloatVector.fromArray(SPECIES, gradient, to + LOGICAL);
        FloatVector c11 = FloatVector.fromArray(SPECIES, gradient, to + unit + LOGICAL);
        FloatVector c12 = FloatVector.fromArray(SPECIES, gradient, to + 2 * unit + LOGICAL);
        FloatVector c13 = FloatVector.fromArray(SPECIES, gradient, to + 3 * unit + LOGICAL);
        for (int r = 0; r < length; r += LOGICAL) {
            FloatVector d0 = FloatVector.fromArray(SPECIES, sums, deltas + r);
            FloatVector d1 = FloatVector.fromArray(SPECIES, sums, deltas + ROWS + r);
            FloatVector d2 = FloatVector.fromArray(SPECIES, sums, deltas + 2 * ROWS + r);
            FloatVector d3 = FloatVector.fromArray(SPECIES, sums, deltas + 3 * ROWS + r);
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, inputs + r);
            c00 = x0.fma(d0, c00);
            c01 = x0.fma(d1, c01);
            c02 = x0.fma(d2, c02);
            c03 = x0.fma(d3, c03);
            FloatVector x1 = FloatVector.fromArray(SPECIES, x, inputs + ROWS + r);
            c10 = x1.fma(d0, c10);
            c11 = x1.fma(d1, c11);
            c12 = x1.fma(d2, c12);
            c13 = x1.fma(d3, c13);
        }
        c00.intoArray(gradient, to);
        c01.intoArray(gradient, to + unit);
        c02.intoArray(gradient, to + 2 * unit);
        c03.intoArray(gradient, to + 3 * unit);
        c10.intoArray(gradient, to + LOGICAL);
        c11.intoArray(gradient, to + unit + LOGICAL);
        c12.intoArray(gradient, to + 2 * unit + LOGICAL);
        c13.intoArray(gradient, to + 3 * unit + LOGICAL);
    }

    private void finish(PackedLayer hidden, int units, int inputs) {
        PackedLayer output = network.output();
        for (int unit = 0; unit < units; unit++) {
            int panel = unit / PANEL;
            int to = hidden.panels().offset(panel) + unit % PANEL;
            for (int i = 0; i < inputs; i++) {
                hidden.gradient[to + i * hidden.panels().width(panel)] =
                        Lanes.sum(gradient, (unit * MOST_INPUTS + i) * LOGICAL);
            }
            hidden.biasGradient[unit] = Lanes.sum(biasGradient, unit * LOGICAL);
            output.gradient[unit] = Lanes.sum(outgoing, unit * LOGICAL);
        }
        output.biasGradient[0] = Lanes.sum(slopeSum, 0);
    }
}
