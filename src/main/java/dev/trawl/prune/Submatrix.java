package dev.trawl.prune;

import dev.trawl.kernel.Layer;
import org.ejml.data.FMatrixRMaj;

/** Copies of chosen rows and columns. */
public final class Submatrix {

    private Submatrix() {}

    /** (rows chosen, columns chosen). */
    public static FMatrixRMaj of(FMatrixRMaj matrix, int[] rows, int[] columns) {
        FMatrixRMaj chosen = new FMatrixRMaj(rows.length, columns.length);
        for (int row = 0, next = 0; row < rows.length; row++) {
            int start = rows[row] * matrix.numCols;
            for (int column : columns) {
                chosen.data[next++] = matrix.data[start + column];
            }
        }
        return chosen;
    }

    /** The layer of the chosen inputs and units. */
    public static Layer layer(Layer layer, int[] inputs, int[] units) {
        return new Layer(of(layer.weights(), inputs, units), of(layer.biases(), new int[] {0}, units));
    }
}
