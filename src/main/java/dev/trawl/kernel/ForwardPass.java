package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import org.ejml.data.FMatrixRMaj;

/** From a block's rows to its logits. */
final class ForwardPass {

    /** Inputs taken at a time: with their weights a panel's part stays in the first cache. A multiple of 6. */
    static final int CHUNK = 60;

    private final PackedNetwork network;
    private final OutputBlock outputs;
    private float[] turned = new float[0]; // (inputs, BLOCK): the block's rows, so that a tile's lie side by side

    ForwardPass(PackedNetwork network, OutputBlock outputs) {
        this.network = network;
        this.outputs = outputs;
    }

    /** Makes room for the loaded network. */
    void fit() {
        if (network.hiddenCount() > 0 && turned.length < network.inputs() * BLOCK) {
            turned = new float[network.inputs() * BLOCK];
        }
    }

    /** Overwrites the activations and the output block with those of rows {@code row} to {@code row + rows}. */
    void run(FMatrixRMaj x, int row, int rows) {
        outputs.begin();
        int depth = network.hiddenCount();
        if (depth > 0) {
            turn(x.data, row, rows, x.numCols);
        }
        for (int l = 0; l < depth; l++) {
            PackedLayer layer = network.layer(l);
            for (int panel = 0; panel < layer.panels().count(); panel++) {
                if (l == 0) {
                    first(layer, panel, rows);
                } else {
                    next(l, layer, panel, rows);
                }
                if (l < depth - 1 || !network.single()) {
                    Relu.apply(
                            network.activations(l),
                            panel * PANEL * BLOCK,
                            rows * layer.panels().width(panel));
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

    /** Four rows at a time, for as many stores side by side. */
    private void turn(float[] data, int row, int rows, int inputs) {
        for (int r = 0; r < rows; r += 4) {
            int x0 = (row + r) * inputs;
            int x1 = (row + Math.min(r + 1, rows - 1)) * inputs;
            int x2 = (row + Math.min(r + 2, rows - 1)) * inputs;
            int x3 = (row + Math.min(r + 3, rows - 1)) * inputs;
            for (int i = 0; i < inputs; i++) {
                int to = i * BLOCK + r;
                turned[to] = data[x0 + i];
                turned[to + 1] = data[x1 + i];
                turned[to + 2] = data[x2 + i];
                turned[to + 3] = data[x3 + i];
            }
        }
    }

    private void first(PackedLayer layer, int panel, int rows) {
        Panels panels = layer.panels();
        int width = panels.width(panel);
        float[] out = network.activations(0);
        int to = panel * PANEL * BLOCK;
        int inputs = panels.turns();
        for (int i = 0; i < inputs; i += CHUNK) {
            int turns = Math.min(CHUNK, inputs - i);
            float[] start = i == 0 ? layer.biases : out;
            Tiles.multiply(
                    start,
                    i == 0 ? panel * PANEL : to,
                    i == 0 ? 0 : width,
                    turned,
                    i * BLOCK,
                    1,
                    BLOCK,
                    layer.weights,
                    panels.offset(panel) + i * width,
                    width,
                    turns,
                    out,
                    to,
                    rows);
        }
    }

    private void next(int l, PackedLayer layer, int panel, int rows) {
        Panels panels = layer.panels();
        Panels below = network.layer(l - 1).panels();
        int width = panels.width(panel);
        float[] out = network.activations(l);
        int to = panel * PANEL * BLOCK;
        for (int q = 0; q < below.count(); q++) {
            int turns = below.live(q);
            Tiles.multiply(
                    q == 0 ? layer.biases : out,
                    q == 0 ? panel * PANEL : to,
                    q == 0 ? 0 : width,
                    network.activations(l - 1),
                    q * PANEL * BLOCK,
                    below.width(q),
                    1,
                    layer.weights,
                    panels.offset(panel) + q * PANEL * width,
                    width,
                    turns,
                    out,
                    to,
                    rows);
        }
    }

    /** Without hidden layers the inputs stand where the last activations do. */
    private void inputsAsActivations(FMatrixRMaj x, int row, int rows) {
        Panels panels = network.output().panels();
        float[] out = network.activations(0);
        for (int panel = 0; panel < panels.count(); panel++) {
            int to = panel * PANEL * BLOCK;
            int width = panels.width(panel);
            for (int r = 0; r < rows; r++) {
                int from = (row + r) * panels.across() + panel * PANEL;
                System.arraycopy(x.data, from, out, to + r * width, panels.live(panel));
            }
            outputs.add(panel, out, rows);
        }
    }
}
