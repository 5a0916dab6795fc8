package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.LOGICAL;
import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradient of a small network, what pruning leaves, with rows across the lanes: where units are fewer than lanes, lanes of
 * units would run empty. One hidden layer, one logit. Sums over rows run in 16 partial sums: row r adds to sum r modulo
 * 16, in the order of r.
 */
final class RowLanes {

    /** Rows a block, whatever the machine's vectors: many turns for few sums to load and store, all in the first cache. */
    private static final int ROWS = 128;

    /** With fewer rows the other passes are faster. */
    private static final int LEAST_ROWS = 64;

    /** Beyond these {@link ForwardPass} and {@link BackwardPass} are faster. */
    private static final int MOST_UNITS = 24;

    private static final int MOST_INPUTS = 8;

    private final PackedNetwork network;
    private final BlockLoss loss = new BlockLoss(ROWS);
    private final float[] x = new float[MOST_INPUTS * ROWS]; // (inputs, ROWS)
    private final float[] sums = new float[MOST_UNITS * ROWS]; // (units, ROWS); become deltas
    private final float[] biases = new float[MOST_UNITS * ROWS]; // (units, ROWS), each bias over its row
    private final float[] slopes = new float[ROWS]; // logits that become slopes
    private final float[] gradient = new float[MOST_INPUTS * BLOCK * LOGICAL]; // (inputs, BLOCK units, LOGICAL)
    private final float[] biasGradient = new float[BLOCK * LOGICAL]; // (units, LOGICAL)
    private final float[] outgoing = new float[BLOCK * LOGICAL]; // (units, LOGICAL): the logit's weights' gradient
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
        int units = hidden.units();
        int inputs = network.inputs();
        begin(hidden);
        for (int row = from; row < to; row += ROWS) {
            int rows = Math.min(ROWS, to - row);
            turn(matrix.data, row, rows, inputs);
            forward(hidden, inputs);
            logits(units, network.output().weights, network.output().biases[0]);
            loss.apply(slopes, 1, labels, row, rows, 1f / (to - from));
            Arrays.fill(slopes, rows, ROWS, 0f);
            for (int unit = 0; unit < units; unit++) {
                deltas(unit, network.output().weights[unit]);
            }
            addGradient(units, inputs);
        }
        finish(hidden, units, inputs);
        return loss.total();
    }

    private void begin(PackedLayer hidden) {
        loss.begin();
        Arrays.fill(gradient, 0, network.inputs() * BLOCK * LOGICAL, 0f);
        Arrays.fill(biasGradient, 0f);
        Arrays.fill(outgoing, 0f);
        Arrays.fill(slopeSum, 0f);
        for (int unit = 0; unit < hidden.units(); unit++) {
            Arrays.fill(biases, unit * ROWS, (unit + 1) * ROWS, hidden.biases[unit]);
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

    /** The units' sums before ReLU: a tile's rows are units, and its lanes rows. */
    private void forward(PackedLayer hidden, int inputs) {
        Panels panels = hidden.panels();
        for (int q = 0; q < panels.count(); q++) {
            int unit = q * PANEL;
            Tiles.multiply(
                    biases,
                    unit * ROWS,
                    ROWS,
                    hidden.weights,
                    panels.offset(q),
                    1,
                    panels.width(q),
                    x,
                    0,
                    ROWS,
                    inputs,
                    sums,
                    unit * ROWS,
                    panels.live(q));
        }
    }

    /** Four vectors of rows at a time: a logit's own additions wait for each other. */
    private void logits(int units, float[] weights, float bias) {
        for (int r = 0; r < ROWS; r += 4 * WIDTH) {
            FloatVector l0 = FloatVector.broadcast(SPECIES, bias);
            FloatVector l1 = l0;
            FloatVector l2 = l0;
            FloatVector l3 = l0;
            for (int unit = 0; unit < units; unit++) {
                int at = unit * ROWS + r;
                FloatVector half = FloatVector.broadcast(SPECIES, 0.5f * weights[unit]);
                FloatVector z0 = FloatVector.fromArray(SPECIES, sums, at);
                FloatVector z1 = FloatVector.fromArray(SPECIES, sums, at + WIDTH);
                FloatVector z2 = FloatVector.fromArray(SPECIES, sums, at + 2 * WIDTH);
                FloatVector z3 = FloatVector.fromArray(SPECIES, sums, at + 3 * WIDTH);
                l0 = z0.abs().add(z0).fma(half, l0);
                l1 = z1.abs().add(z1).fma(half, l1);
                l2 = z2.abs().add(z2).fma(half, l2);
                l3 = z3.abs().add(z3).fma(half, l3);
            }
            l0.intoArray(slopes, r);
            l1.intoArray(slopes, r + WIDTH);
            l2.intoArray(slopes, r + 2 * WIDTH);
            l3.intoArray(slopes, r + 3 * WIDTH);
        }
    }

    /** As in {@link DeltaPass}. */
    private void deltas(int unit, float weight) {
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            int to = unit * LOGICAL + lane;
            FloatVector w = FloatVector.fromArray(SPECIES, outgoing, to);
            FloatVector b = FloatVector.fromArray(SPECIES, biasGradient, to);
            for (int r = lane; r < ROWS; r += LOGICAL) {
                int at = unit * ROWS + r;
                FloatVector slope = FloatVector.fromArray(SPECIES, slopes, r);
                FloatVector z = FloatVector.fromArray(SPECIES, sums, at);
                FloatVector a = z.abs().add(z);
                w = slope.mul(0.5f).fma(a, w);
                IntVector active = a.reinterpretAsInts().add(Integer.MAX_VALUE).lanewise(VectorOperators.ASHR, 31);
                FloatVector d =
                        slope.mul(weight).reinterpretAsInts().and(active).reinterpretAsFloats();
                d.intoArray(sums, at);
                b = b.add(d);
            }
            w.intoArray(outgoing, to);
            b.intoArray(biasGradient, to);
        }
    }

    private void addGradient(int units, int inputs) {
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, slopeSum, lane);
            for (int r = lane; r < ROWS; r += LOGICAL) {
                sum = sum.add(FloatVector.fromArray(SPECIES, slopes, r));
            }
            sum.intoArray(slopeSum, lane);
            for (int unit = 0; unit < units; unit += 4) {
                for (int i = 0; i < inputs; i += 2) {
                    int to = (i * BLOCK + unit) * LOGICAL + lane;
                    OutputBlock.many(sums, unit * ROWS + lane, x, i * ROWS + lane, ROWS, gradient, to, inputs - 1 - i);
                }
            }
        }
    }

    private void finish(PackedLayer hidden, int units, int inputs) {
        PackedLayer output = network.output();
        for (int unit = 0; unit < units; unit++) {
            int panel = unit / PANEL;
            int to = hidden.panels().offset(panel) + unit % PANEL;
            for (int i = 0; i < inputs; i++) {
                hidden.gradient[to + i * hidden.panels().width(panel)] =
                        Lanes.sum(gradient, (i * BLOCK + unit) * LOGICAL);
            }
            hidden.biasGradient[unit] = Lanes.sum(biasGradient, unit * LOGICAL);
            output.gradient[unit] = Lanes.sum(outgoing, unit * LOGICAL);
        }
        output.biasGradient[0] = Lanes.sum(slopeSum, 0);
    }
}
