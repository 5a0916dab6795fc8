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
    private final float[] outputs = new float[MOST_UNITS]; // the logit's weights
    private final TurnedRows turned = new TurnedRows();
    private final float[] slopes = new float[ROWS]; // logits that become slopes
    private final float[] slopeSum = new float[LOGICAL];

    // Where in memory:
    private int sums; // (units, ROWS); become deltas
    private int gradient; // (units, inputs, LOGICAL)
    private int biasGradient; // (units, LOGICAL)
    private int outgoing; // (units, LOGICAL): the logit's weights' gradient

    RowLanes(PackedNetwork network) {
        this.network = network;
    }

    /** Takes room for the network, if it is for this class. */
    void place(Arena arena) {
        int units = fits() ? MOST_UNITS : 0;
        sums = arena.take(units * ROWS);
        gradient = arena.take(units * MOST_INPUTS * LOGICAL);
        biasGradient = arena.take(units * LOGICAL);
        outgoing = arena.take(units * LOGICAL);
    }

    /** Whether the loaded network and so many rows are for this class. */
    boolean takes(int rows) {
        return fits() && rows >= LEAST_ROWS;
    }

    private boolean fits() {
        return network.single()
                && network.hiddenCount() == 1
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
        float[] memory = network.memory();
        int xo = turned.start();
        for (int row = from; row < to; row += ROWS) {
            int rows = Math.min(ROWS, to - row);
            int length = (rows + STEP - 1) / STEP * STEP;
            RowTiles.forward(turned.x(), xo, weights, biases, units, inputs, length, memory, sums);
            RowTiles.logits(memory, sums, outputs, memory[output.biases], units, length, slopes);
            loss.apply(slopes, 1, labels, row, rows, 1f / (to - from));
            Arrays.fill(slopes, rows, length, 0f);
            addSlopes(length);
            if (Tiles.WIDE && inputs <= WideRowTiles.INPUTS) {
                addGradientAtOnce(xo, units, length);
            } else {
                addGradient(xo, units, inputs, length);
            }
            xo += TurnedRows.BLOCK_SIZE;
        }
        finish(hidden, units, inputs);
        return loss.total();
    }

    private void begin(PackedLayer hidden, int units, int inputs) {
        loss.begin();
        float[] memory = network.memory();
        Arrays.fill(memory, gradient, gradient + Lanes.padded(units) * MOST_INPUTS * LOGICAL, 0f);
        Arrays.fill(memory, biasGradient, biasGradient + MOST_UNITS * LOGICAL, 0f);
        Arrays.fill(memory, outgoing, outgoing + MOST_UNITS * LOGICAL, 0f);
        Arrays.fill(slopeSum, 0f);
        Arrays.fill(weights, 0f);
        Arrays.fill(biases, 0f);
        System.arraycopy(memory, hidden.biases, biases, 0, units);
        System.arraycopy(memory, network.output().weights, outputs, 0, units);
        Panels panels = hidden.panels();
        for (int q = 0; q < panels.count(); q++) {
            for (int i = 0; i < inputs; i++) {
                int at = hidden.weights + panels.offset(q) + i * panels.width(q);
                System.arraycopy(memory, at, weights, i * MOST_UNITS + q * PANEL, panels.live(q));
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

    private void addGradientAtOnce(int xo, int units, int length) {
        for (int unit = 0; unit < units; unit += 2) {
            int other = Math.min(unit + 1, units - 1);
            WideRowTiles.backward(
                    network.memory(),
                    sums,
                    slopes,
                    outputs,
                    turned.x(),
                    xo,
                    unit,
                    other,
                    length,
                    outgoing,
                    biasGradient,
                    gradient);
        }
    }

    private void addGradient(int xo, int units, int inputs, int length) {
        float[] memory = network.memory();
        for (int unit = 0; unit < units; unit += 2) {
            int other = Math.min(unit + 1, units - 1);
            RowTiles.deltas(memory, sums, slopes, outputs, unit, other, length, outgoing, biasGradient);
        }
        for (int lane = 0; lane < LOGICAL; lane += WIDTH) {
            for (int unit = 0; unit < units; unit += 4) {
                for (int i = 0; i < inputs; i += 2) {
                    int to = gradient + (unit * MOST_INPUTS + i) * LOGICAL + lane;
                    int deltas = sums + unit * ROWS + lane;
                    RowTiles.products(memory, deltas, turned.x(), xo + i * ROWS + lane, length, to);
                }
            }
        }
    }

    private void finish(PackedLayer hidden, int units, int inputs) {
        PackedLayer output = network.output();
        float[] memory = network.memory();
        for (int unit = 0; unit < units; unit++) {
            int panel = unit / PANEL;
            int to = hidden.gradient + hidden.panels().offset(panel) + unit % PANEL;
            for (int i = 0; i < inputs; i++) {
                memory[to + i * hidden.panels().width(panel)] =
                        Lanes.sum(memory, gradient + (unit * MOST_INPUTS + i) * LOGICAL);
            }
            memory[hidden.biasGradient + unit] = Lanes.sum(memory, biasGradient + unit * LOGICAL);
            memory[output.gradient + unit] = Lanes.sum(memory, outgoing + unit * LOGICAL);
        }
        memory[output.biasGradient] = Lanes.sum(slopeSum, 0);
    }
}
