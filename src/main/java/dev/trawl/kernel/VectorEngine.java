package dev.trawl.kernel;

import static dev.trawl.kernel.PackedNetwork.BLOCK;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * One training step, {@link PackedNetwork#BLOCK} rows at a time: forward to the logits, the loss and its slopes,
 * backward to the gradient, and Adam with the last block.
 */
final class VectorEngine implements Engine {

    private final Arena arena = new Arena();
    private final PackedNetwork network = new PackedNetwork(arena);
    private final OutputBlock outputs = new OutputBlock(network);
    private final AdamPass adamPass = new AdamPass();
    private final ForwardPass forward = new ForwardPass(network, outputs);
    private final BackwardPass backward = new BackwardPass(network, adamPass);
    private final BlockLoss loss = new BlockLoss(BLOCK);
    private final RowLanes rowLanes = new RowLanes(network);

    @Override
    public void load(TrainingState state) {
        arena.clear();
        network.place(state);
        outputs.place(arena);
        forward.place(arena);
        backward.place(arena);
        rowLanes.place(arena);
        arena.fit();
        network.load(state);
    }

    @Override
    public TrainingState store(TrainingState state) {
        return network.store(state);
    }

    @Override
    public double step(FMatrixRMaj x, int[] labels, int from, int to, Adam adam) {
        adamPass.begin(adam, network.nextStep());
        return blocks(x, labels, from, to, true);
    }

    @Override
    public double gradient(FMatrixRMaj x, int[] labels, int from, int to, List<Layer> gradient) {
        double total = blocks(x, labels, from, to, false);
        for (int l = 0; l <= network.hiddenCount(); l++) {
            network.layer(l).storeGradient(gradient.get(l));
        }
        return total;
    }

    @Override
    public void logits(FMatrixRMaj x, int from, int to, FMatrixRMaj out) {
        int classes = network.output().units();
        for (int row = from; row < to; row += BLOCK) {
            int rows = Math.min(BLOCK, to - row);
            forward.run(x, row, rows);
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < classes; c++) {
                    out.data[(row + r) * classes + c] = outputs.logits[c * BLOCK + r];
                }
            }
        }
    }

    private double blocks(FMatrixRMaj x, int[] labels, int from, int to, boolean update) {
        if (rowLanes.takes(to - from)) {
            double total = rowLanes.run(x, labels, from, to);
            if (update) {
                backward.update();
            }
            return total;
        }
        network.flip();
        loss.begin();
        float share = 1f / (to - from);
        for (int row = from; row < to; row += BLOCK) {
            int rows = Math.min(BLOCK, to - row);
            forward.run(x, row, rows);
            loss.apply(outputs.logits, network.output().units(), labels, row, rows, share);
            backward.run(x, row, rows, outputs.logits, row == from, update && row + rows == to);
        }
        return loss.total();
    }
}
