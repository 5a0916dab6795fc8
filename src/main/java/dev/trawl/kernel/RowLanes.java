package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.LOGICAL;
import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradient of a small network, what pruning leaves, with rows across the lanes: where units are few, lanes of units
 * would run empty, and where inputs are few, {@link Tiles} would load and store sums for a handful of products. One
 * hidden layer, one logit. Sums over rows run in 16 partial sums: row r adds to sum r modulo 16, in the order of r.
 */
final class RowLanes {

    /**
     * Rows a block, whatever the machine's vectors: many turns for few sums to load and store, near the first cache.
     */
    static final int ROWS = 192;

    /** Rows of a block come in multiples of it: three vectors of 16 lanes. */
    private static final int STEP = 48;

    /** With fewer rows the other passes are faster. */
    static final int LEAST_ROWS = 128;

    /** Beyond these {@link ForwardPass} and {@link BackwardPass} are faster. Units are taken by four, inputs by two. */
    static final int MOST_UNITS = 48;

    static final int MOST_INPUTS = 8;

    private final PackedNetwork network;
    private final BlockLoss loss = new BlockLoss(ROWS);
    private final float[] weights = new float[MOST_INPUTS * MOST_UNITS]; // (inputs, units), 0 where there is no unit
    private final float[] biases = new float[MOST_UNITS]; // 0 where there is no unit
    private final TurnedRows turned = new TurnedRows();
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
    boolean takes(int rows) {
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
        turned.turn(matrix.data, from * inputs, to - from, inputs);
        int xo = 0;
        for (int row = from; row < to; row += ROWS) {
            int rows = Math.min(ROWS, to - row);
            int length = (rows + STEP - 1) / STEP * STEP;
            RowTiles.forward(turned.x, xo, weights, biases, units, inputs, length, sums);
            RowTiles.logits(sums, output.weights, output.biases[0], units, length, slopes);
            loss.apply(slopes, 1, labels, row, rows, 1f / (to - from));
            Arrays.fill(slopes, rows, length, 0f);
            addSlopes(length);
            if (Tiles.WIDE && inputs <= WideRowTiles.INPUTS) {
                addGradientAtOnce(xo, output.weights, units, length);
            } else {
                addGradient(xo, output.weights, units, inputs, length);
            }
            xo += TurnedRows.BLOCK_SIZE;
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

    private void addSlopes(int length) {
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, slopeSum, lane);
            for (int r = lane; r < length; r += LOGICAL) {
                sum = sum.add(FloatVector.fromArray(SPECIES, slopes, r));
            }
            sum.intoArray(slopeSum, lane);
        }
    }

    private void addGradientAtOnce(int xo, float[] outputs, int units, int length) {
        for (int unit = 0; unit < units; unit += 2) {
            int other = Math.min(unit + 1, units - 1);
            WideRowTiles.backward(
                    sums, slopes, outputs, turned.x, xo, unit, other, length, outgoing, biasGradient, gradient);
        }
    }

    private void addGradient(int xo, float[] outputs, int units, int inputs, int length) {
        for (int unit = 0; unit < units; unit += 2) {
            int other = Math.min(unit + 1, units - 1);
            RowTiles.deltas(sums, slopes, outputs, unit, other, length, outgoing, biasGradient);
        }
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            for (int unit = 0; unit < units; unit += 4) {
                for (int i = 0; i < inputs; i += 2) {
                    int to = (unit * MOST_INPUTS + i) * LOGICAL + lane;
                    RowTiles.products(sums, unit * ROWS + lane, turned.x, xo + i * ROWS + lane, length, gradient, to);
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
                        Lanes.sum(gradient, (unit * MOST_INPUTS + i) * LOGICAL);
            }
            hidden.biasGradient[unit] = Lanes.sum(biasGradient, unit * LOGICAL);
            output.gradient[unit] = Lanes.sum(outgoing, unit * LOGICAL);
        }
        output.biasGradient[0] = Lanes.sum(slopeSum, 0);
    }
}
