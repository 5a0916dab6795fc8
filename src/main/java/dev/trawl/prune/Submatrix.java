package dev.trawl.prune;

import dev.trawl.kernel.Layer;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** Copies of chosen rows and columns, and back. */
public final class Submatrix {

    private static final int[] FIRST_ROW = {0};

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
        return new Layer(of(layer.weights(), inputs, units), of(layer.biases(), FIRST_ROW, units));
    }

    /** {@link #layer} the other way round: a layer of so many inputs and units, 0 but for the chosen ones. */
    static Layer spread(Layer layer, int[] inputs, int allInputs, int[] units, int allUnits) {
        Layer whole = Layer.zeros(allInputs, allUnits);
        CommonOps_FDRM.insert(layer.weights(), whole.weights(), inputs, inputs.length, units, units.length);
        CommonOps_FDRM.insert(layer.biases(), whole.biases(), FIRST_ROW, 1, units, units.length);
        return whole;
    }
}
