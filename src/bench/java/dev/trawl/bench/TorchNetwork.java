package dev.trawl.bench;

import static org.bytedeco.pytorch.global.torch.binary_cross_entropy_with_logits;
import static org.bytedeco.pytorch.global.torch.cross_entropy;
import static org.bytedeco.pytorch.global.torch.from_blob;
import static org.bytedeco.pytorch.global.torch.ones_like;
import static org.bytedeco.pytorch.global.torch.relu;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import dev.trawl.data.Dataset;
import dev.trawl.kernel.Layer;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ejml.data.FMatrixRMaj;

/** libtorch on one thread: Linear, ReLU, Linear, mean cross-entropy, Adam with weight decay; optionally with masks. */
final class TorchNetwork implements Contestant {

    private final Shape shape;
    private final boolean masked;
    private final Tensor x; // (rows, inputs)
    private final Tensor labels; // (rows, 1) of floats for one logit, else (rows) of classes
    private final LinearImpl first;
    private final LinearImpl second;
    private final Tensor firstMask;
    private final Tensor secondMask;
    private final Adam adam;

    /** @param masked whether each step ends by multiplying the weights with masks, as pruning by masks does */
    TorchNetwork(Shape shape, boolean masked) {
        requireOneThread();
        set_num_threads(1);
        this.shape = shape;
        this.masked = masked;
        Dataset data = shape.data();
        x = tensor(data.x());
        labels = shape.logits() == 1 ? targets(data) : classes(data);
        List<Layer> layers = shape.layers();
        first = linear(layers.get(0));
        second = linear(layers.get(1));
        firstMask = ones_like(first.weight());
        secondMask = ones_like(second.weight());
        AdamOptions options = new AdamOptions(ADAM.learningRate());
        options.weight_decay().put(ADAM.l2());
        adam = new Adam(new TensorVector(first.weight(), first.bias(), second.weight(), second.bias()), options);
    }

    @Override
    public void epoch() {
        for (int from = 0; from < shape.rows(); from += shape.batch()) {
            try (PointerScope scope = new PointerScope()) {
                step(from, Math.min(shape.batch(), shape.rows() - from));
            }
        }
    }

    private void step(int from, int rows) {
        Tensor input = x.narrow(0, from, rows);
        Tensor target = labels.narrow(0, from, rows);
        adam.zero_grad();
        Tensor logits = second.forward(relu(first.forward(input)));
        Tensor loss =
                shape.logits() == 1 ? binary_cross_entropy_with_logits(logits, target) : cross_entropy(logits, target);
        loss.backward();
        adam.step();
        if (masked) {
            try (AutoGradMode off = new AutoGradMode(false)) {
                first.weight().mul_(firstMask);
                second.weight().mul_(secondMask);
            }
        }
    }

    /** OpenBLAS starts its threads whatever libtorch is told: ten times the CPU time at (617, 64, 26), batch 32. */
    private static void requireOneThread() {
        if (!"1".equals(System.getenv("OPENBLAS_NUM_THREADS"))) {
            throw new IllegalStateException("libtorch is compared on one thread: set OPENBLAS_NUM_THREADS=1");
        }
    }

    private static LinearImpl linear(Layer layer) {
        LinearImpl linear = new LinearImpl(layer.inputs(), layer.units());
        try (AutoGradMode off = new AutoGradMode(false)) {
            linear.weight().copy_(tensor(layer.weights()).t());
            linear.bias().copy_(tensor(layer.biases()).reshape(layer.units()));
        }
        return linear;
    }

    private static Tensor tensor(FMatrixRMaj matrix) {
        FloatPointer numbers = new FloatPointer(matrix.data);
        return from_blob(numbers, matrix.numRows, matrix.numCols).clone();
    }

    private static Tensor targets(Dataset data) {
        FMatrixRMaj column = new FMatrixRMaj(data.rows(), 1);
        for (int row = 0; row < data.rows(); row++) {
            column.data[row] = data.labels()[row];
        }
        return tensor(column);
    }

    private static Tensor classes(Dataset data) {
        long[] classes = new long[data.rows()];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = data.labels()[row];
        }
        TensorOptions longs = new TensorOptions(ScalarType.Long);
        return from_blob(new LongPointer(classes), new long[] {classes.length}, longs)
                .clone();
    }
}
