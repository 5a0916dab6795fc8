package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.LOGICAL;
import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import org.ejml.data.FMatrixRMaj;

/** From a block's rows to its logits. */
final class ForwardPass {

    /** Inputs taken at a time: with their weights a panel's part stays in the first cache. A multiple of 6. */
    private static final int CHUNK = 60;

    /**
     * Layers of up to so many panels read their inputs where they lie. Turned, more rows share a micro-kernel; but to
     * turn a number costs about what a panel's products with it do. It changes no bit of the results.
     */
    private static final int FEW_PANELS = Tiles.WIDE ? 2 : 1;

    private final PackedNetwork network;
    private final OutputBlock outputs;
    private int turned; // (inputs of a layer, BLOCK), where in memory: a tile's rows lie side by side

    ForwardPass(PackedNetwork network, OutputBlock outputs) {
        this.network = network;
        this.outputs = outputs;
    }

    /** Takes room for the network's inputs, turned. */
    void place(Arena arena) {
        int most = 0;
        for (int l = 0; l < network.hiddenCount(); l++) {
            most = Math.max(most, turns(l) ? network.layer(l).panels().turns() : 0);
        }
        turned = arena.take(most * BLOCK);
    }

    /** Overwrites the activations and the output block with those of rows {@code row} to {@code row + rows}. */
    void run(FMatrixRMaj x, int row, int rows) {
        outputs.begin(rows);
        int depth = network.hiddenCount();
        for (int l = 0; l < depth; l++) {
            Panels panels = network.layer(l).panels();
            if (turns(l)) {
                turnInputs(l, x, row, rows);
            }
            for (int panel = 0; panel < panels.count(); panel++) {
                sums(l, panel, x, row, rows);
                if (l < depth - 1 || !network.single()) {
                    int sums = network.activations(l) + panel * PANEL * BLOCK;
                    Relu.apply(network.memory(), sums, rows * panels.width(panel));
                }
                if (l == depth - 1) {
                    outputs.add(panel, network.activations(l), rows);
                }
            }
        }
        if (depth == 0) {
            inputsAsActivations(x, row, rows);
        }
        outputs.finish(rows);
    }

    private boolean turns(int l) {
        return network.layer(l).panels().count() > FEW_PANELS;
    }

    /** The inputs of layer {@code l}: the data's, or the activations of the layer below. */
    private void turnInputs(int l, FMatrixRMaj x, int row, int rows) {
        if (l == 0) {
            turn(x.data, row * x.numCols, x.numCols, rows, x.numCols, 0);
            return;
        }
        Panels below = network.layer(l - 1).panels();
        for (int q = 0; q < below.count(); q++) {
            int from = network.activations(l - 1) + q * PANEL * BLOCK;
            turn(network.memory(), from, below.width(q), rows, below.live(q), q * PANEL);
        }
    }

    /** Of each row {@code count} numbers, inputs from {@code input} on, a line of the cache at a time. */
    private void turn(float[] data, int from, int stride, int rows, int count, int input) {
        for (int i = 0; i < count; i += LOGICAL) {
            turnLine(data, from + i, stride, rows, Math.min(LOGICAL, count - i), input + i);
        }
    }

    /** Four rows at a time, for as many stores side by side. */
    private void turnLine(float[] data, int from, int stride, int rows, int count, int input) {
        float[] memory = network.memory();
        for (int r = 0; r < rows; r += 4) {
            int x0 = from + r * stride;
            int x1 = from + Math.min(r + 1, rows - 1) * stride;
            int x2 = from + Math.min(r + 2, rows - 1) * stride;
            int x3 = from + Math.min(r + 3, rows - 1) * stride;
            for (int i = 0; i < count; i++) {
                int to = turned + (input + i) * BLOCK + r;
                memory[to] = data[x0 + i];
                memory[to + 1] = data[x1 + i];
                memory[to + 2] = data[x2 + i];
                memory[to + 3] = data[x3 + i];
            }
        }
    }

    /** A panel of layer {@code l}, before ReLU. */
    private void sums(int l, int panel, FMatrixRMaj x, int row, int rows) {
        if (turns(l)) {
            add(l, panel, 0, network.layer(l).panels().turns(), network.memory(), turned, 1, BLOCK, rows);
        } else if (l == 0) {
            add(l, panel, 0, x.numCols, x.data, row * x.numCols, x.numCols, 1, rows);
        } else {
            Panels below = network.layer(l - 1).panels();
            for (int q = 0; q < below.count(); q++) {
                int a = network.activations(l - 1) + q * PANEL * BLOCK;
                add(l, panel, q * PANEL, below.live(q), network.memory(), a, below.width(q), 1, rows);
            }
        }
    }

    /**
     * Adds what {@code count} inputs from {@code input} on bring to a panel; input 0 starts from the biases.
     *
     * @param across how far apart rows are in {@code x}
     * @param step how far apart inputs are
     */
    private void add(int l, int panel, int input, int count, float[] x, int from, int across, int step, int rows) {
        PackedLayer layer = network.layer(l);
        Panels panels = layer.panels();
        int width = panels.width(panel);
        int to = network.activations(l) + panel * PANEL * BLOCK;
        for (int i = 0; i < count; i += CHUNK) {
            boolean first = input + i == 0;
            Tiles.multiply(
                    network.memory(),
                    first ? layer.biases + panel * PANEL : to,
                    first ? 0 : width,
                    x,
                    from + i * step,
                    across,
                    step,
                    layer.weights + panels.offset(panel) + (input + i) * width,
                    width,
                    Math.min(CHUNK, count - i),
                    to,
                    rows);
        }
    }

    /** Without hidden layers the inputs stand where the last activations do. */
    private void inputsAsActivations(FMatrixRMaj x, int row, int rows) {
        Panels panels = network.output().panels();
        for (int panel = 0; panel < panels.count(); panel++) {
            int to = network.activations(0) + panel * PANEL * BLOCK;
            int width = panels.width(panel);
            for (int r = 0; r < rows; r++) {
                int from = (row + r) * panels.across() + panel * PANEL;
                System.arraycopy(x.data, from, network.memory(), to + r * width, panels.live(panel));
            }
            outputs.add(panel, network.activations(0), rows);
        }
    }
}
