package dev.trawl.kernel;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** The training step written plainly: rows go through forward and backward a block at a time. */
final class EjmlEngine implements Engine {

    /** Rows that go through the network together: keeps the activations of wide layers in cache. */
    private static final int BLOCK = 128;

    private TrainingState state = TrainingState.of(List.of(Layer.zeros(1, 1)));
    private List<Layer> gradient = List.of();
    private FMatrixRMaj[] activations = {}; // [0] (block, inputs), [l] (block, units of layer l)
    private FMatrixRMaj[] deltas = {}; // [l] (block, units of layer l): derivatives by the layer's sums

    @Override
    public void load(TrainingState newState) {
        state = newState.copy();
        List<Layer> layers = state.layers();
        activations = new FMatrixRMaj[layers.size() + 1];
        deltas = new FMatrixRMaj[layers.size()];
        activations[0] = new FMatrixRMaj(BLOCK, state.inputs());
        for (int l = 0; l < layers.size(); l++) {
            activations[l + 1] = new FMatrixRMaj(BLOCK, layers.get(l).units());
            deltas[l] = new FMatrixRMaj(BLOCK, layers.get(l).units());
        }
        gradient = TrainingState.zerosLike(layers);
    }

    @Override
    public TrainingState store(TrainingState target) {
        for (int l = 0; l < state.layers().size(); l++) {
            copy(state.layers().get(l), target.layers().get(l));
            copy(state.firstMoments().get(l), target.firstMoments().get(l));
            copy(state.secondMoments().get(l), target.secondMoments().get(l));
        }
        return target.withSteps(state.steps());
    }

    @Override
    public double step(FMatrixRMaj x, int[] labels, int from, int to, Adam adam) {
        double loss = gradient(x, labels, from, to, gradient);
        state = state.withSteps(state.steps() + 1);
        for (int l = 0; l < gradient.size(); l++) {
            PlainAdam.update(state, l, gradient.get(l), adam);
        }
        return loss;
    }

    @Override
    public double gradient(FMatrixRMaj x, int[] labels, int from, int to, List<Layer> target) {
        for (Layer layer : target) {
            CommonOps_FDRM.fill(layer.weights(), 0);
            CommonOps_FDRM.fill(layer.biases(), 0);
        }
        double loss = 0;
        float scale = 1f / (to - from);
        for (int start = from; start < to; start += BLOCK) {
            forward(x, start, Math.min(start + BLOCK, to));
            int last = deltas.length - 1;
            deltas[last].setTo(activations[last + 1]);
            loss += CrossEntropy.derivatives(deltas[last], labels, start, scale);
            backward(target);
        }
        for (int l = 0; l < target.size(); l++) {
            CommonOps_FDRM.elementMult(target.get(l).weights(), state.masks().get(l));
        }
        return loss;
    }

    @Override
    public void logits(FMatrixRMaj x, int from, int to, FMatrixRMaj out) {
        int outputs = state.outputs();
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            forward(x, start, end);
            FMatrixRMaj last = activations[activations.length - 1];
            System.arraycopy(last.data, 0, out.data, start * outputs, (end - start) * outputs);
        }
    }

    private void forward(FMatrixRMaj x, int start, int end) {
        int rows = end - start;
        FMatrixRMaj input = activations[0];
        input.reshape(rows, x.numCols);
        System.arraycopy(x.data, start * x.numCols, input.data, 0, rows * x.numCols);
        for (int l = 0; l < deltas.length; l++) {
            Layer layer = state.layers().get(l);
            FMatrixRMaj sums = activations[l + 1];
            CommonOps_FDRM.mult(activations[l], layer.weights(), sums);
            addBiases(sums, layer.biases().data);
            if (l + 1 < deltas.length) {
                rectify(sums);
            }
        }
    }

    /** Adds the block's part of the gradient to {@code target}; the last layer's deltas are there. */
    private void backward(List<Layer> target) {
        for (int l = deltas.length - 1; l >= 0; l--) {
            CommonOps_FDRM.multAddTransA(
                    activations[l], deltas[l], target.get(l).weights());
            addRows(deltas[l], target.get(l).biases().data);
            if (l > 0) {
                CommonOps_FDRM.multTransB(deltas[l], state.layers().get(l).weights(), deltas[l - 1]);
                blockWhereInactive(deltas[l - 1], activations[l]);
            }
        }
    }

    private static void addBiases(FMatrixRMaj sums, float[] biases) {
        for (int row = 0, i = 0; row < sums.numRows; row++) {
            for (int unit = 0; unit < sums.numCols; unit++, i++) {
                sums.data[i] += biases[unit];
            }
        }
    }

    /** ReLU, in place. A NaN stays one. */
    private static void rectify(FMatrixRMaj sums) {
        for (int i = 0; i < sums.getNumElements(); i++) {
            sums.data[i] = Math.max(sums.data[i], 0f);
        }
    }

    private static void addRows(FMatrixRMaj deltas, float[] sums) {
        for (int row = 0, i = 0; row < deltas.numRows; row++) {
            for (int unit = 0; unit < deltas.numCols; unit++, i++) {
                sums[unit] += deltas.data[i];
            }
        }
    }

    private static void blockWhereInactive(FMatrixRMaj deltas, FMatrixRMaj activations) {
        for (int i = 0; i < deltas.getNumElements(); i++) {
            if (activations.data[i] == 0) {
                deltas.data[i] = 0;
            }
        }
    }

    private static void copy(Layer from, Layer to) {
        if (from.inputs() != to.inputs() || from.units() != to.units()) {
            throw new IllegalArgumentException("loaded a layer of " + from.inputs() + " x " + from.units()
                    + ", asked to store into one of " + to.inputs() + " x " + to.units());
        }
        System.arraycopy(from.weights().data, 0, to.weights().data, 0, from.inputs() * from.units());
        System.arraycopy(from.biases().data, 0, to.biases().data, 0, from.units());
    }
}
