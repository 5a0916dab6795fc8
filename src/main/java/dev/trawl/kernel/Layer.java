package dev.trawl.kernel;

import org.ejml.data.FMatrixRMaj;

/**
 * One fully connected layer, {@code y = x W + b}: unit j is column j of W.
 *
 * @param weights (inputs, units)
 * @param biases (1, units)
 */
public record Layer(FMatrixRMaj weights, FMatrixRMaj biases) {

    public Layer {
        require(weights.numRows > 0 && weights.numCols > 0, "a layer needs inputs and units");
        require(biases.numRows == 1, "biases are one row, not " + biases.numRows);
        require(biases.numCols == weights.numCols, weights.numCols + " units but " + biases.numCols + " biases");
    }

    public static Layer zeros(int inputs, int units) {
        return new Layer(new FMatrixRMaj(inputs, units), new FMatrixRMaj(1, units));
    }

    public int inputs() {
        return weights.numRows;
    }

    public int units() {
        return weights.numCols;
    }

    public Layer copy() {
        return new Layer(weights.copy(), biases.copy());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
