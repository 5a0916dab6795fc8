package dev.trawl.kernel;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A network held in a kernel's own layout, with the workspace to train it: fully connected layers with ReLU between
 * them, one logit for two classes (labels 0 and 1) or one logit a class, mean cross-entropy as the loss.
 *
 * <p>Steps allocate nothing. Rows are given as a range of a row-major matrix; labels are parallel to its rows.
 */
public interface Engine {

    /** Copies {@code state} in, replacing the former network, whose shape may have been another. */
    void load(TrainingState state);

    /**
     * Copies the network's parameters and moments out.
     *
     * @param state of the loaded network's shape; its matrices are overwritten
     * @return {@code state} with the steps taken so far
     */
    TrainingState store(TrainingState state);

    /**
     * One Adam step on the mean cross-entropy of rows {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param x (rows, inputs)
     * @param labels (rows)
     * @return the sum of the rows' cross-entropies before the step, without the penalty
     */
    double step(FMatrixRMaj x, int[] labels, int from, int to, Adam adam);

    /**
     * The gradient of the rows' mean cross-entropy, without the penalty; the network stays as it is.
     *
     * @param gradient shaped as the network's layers; overwritten. Removed connections get 0.
     * @return the sum of the rows' cross-entropies
     */
    double gradient(FMatrixRMaj x, int[] labels, int from, int to, List<Layer> gradient);

    /**
     * The network's outputs before the loss.
     *
     * @param out (rows, outputs); rows {@code from} to {@code to} are overwritten
     */
    void logits(FMatrixRMaj x, int from, int to, FMatrixRMaj out);
}
