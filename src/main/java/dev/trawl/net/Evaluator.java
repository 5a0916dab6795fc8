package dev.trawl.net;

import dev.trawl.data.Dataset;
import dev.trawl.kernel.CrossEntropy;
import dev.trawl.kernel.Engine;
import dev.trawl.kernel.Layer;
import dev.trawl.kernel.TrainingState;
import java.util.List;
import java.util.OptionalDouble;
import org.ejml.data.FMatrixRMaj;

/** Measures the network that an engine holds. */
public final class Evaluator {

    private final Engine engine;

    public Evaluator(Engine engine) {
        this.engine = engine;
    }

    public Scores scores(Dataset data) {
        FMatrixRMaj logits = new FMatrixRMaj(data.rows(), data.logits());
        engine.logits(data.x(), 0, data.rows(), logits);
        double loss = CrossEntropy.sum(logits, data.labels()) / data.rows();
        OptionalDouble auc = data.classes() == 2 && !Double.isNaN(loss)
                ? Auc.of(logits.data, data.labels())
                : OptionalDouble.empty();
        return new Scores(loss, auc, accuracy(logits, data.labels()));
    }

    /**
     * The 2-norm of the full gradient of the penalised objective, removed connections left out.
     *
     * @param state what the engine holds
     */
    public double gradientNorm(Dataset train, TrainingState state, double l2) {
        List<Layer> gradient = TrainingState.zerosLike(state.layers());
        engine.gradient(train.x(), train.labels(), 0, train.rows(), gradient);
        double sum = 0;
        for (int l = 0; l < gradient.size(); l++) {
            Layer layer = state.layers().get(l);
            sum += squares(gradient.get(l).weights(), layer.weights(), l2);
            sum += squares(gradient.get(l).biases(), layer.biases(), l2);
        }
        return Math.sqrt(sum);
    }

    private static double squares(FMatrixRMaj gradient, FMatrixRMaj values, double l2) {
        double sum = 0;
        for (int i = 0; i < values.getNumElements(); i++) {
            double g = gradient.data[i] + l2 * values.data[i];
            sum += g * g;
        }
        return sum;
    }

    private static double accuracy(FMatrixRMaj logits, int[] labels) {
        int right = 0;
        for (int row = 0; row < logits.numRows; row++) {
            right += predicted(logits, row) == labels[row] ? 1 : 0;
        }
        return (double) right / logits.numRows;
    }

    /** The class of the largest logit, the lowest of equal ones. */
    private static int predicted(FMatrixRMaj logits, int row) {
        if (logits.numCols == 1) {
            return logits.data[row] > 0 ? 1 : 0;
        }
        int start = row * logits.numCols;
        int best = 0;
        for (int c = 1; c < logits.numCols; c++) {
            if (logits.data[start + c] > logits.data[start + best]) {
                best = c;
            }
        }
        return best;
    }
}
