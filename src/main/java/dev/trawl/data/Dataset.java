package dev.trawl.data;

import org.ejml.data.FMatrixRMaj;

/**
 * Labelled rows.
 *
 * @param x (rows, inputs)
 * @param labels (rows), each in 0 .. classes-1
 * @param classes at least 2
 */
public record Dataset(FMatrixRMaj x, int[] labels, int classes) {

    public Dataset {
        if (labels.length != x.numRows) {
            throw new IllegalArgumentException(x.numRows + " rows but " + labels.length + " labels");
        }
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be 2 or more, not " + classes);
        }
    }

    public int rows() {
        return x.numRows;
    }

    public int inputs() {
        return x.numCols;
    }

    /** One logit for two classes, else one a class. */
    public int logits() {
        return logits(classes);
    }

    static int logits(int classes) {
        return classes == 2 ? 1 : classes;
    }

    /** The same rows with only the inputs named, in that order. */
    public Dataset withInputs(int[] inputs) {
        FMatrixRMaj kept = new FMatrixRMaj(rows(), inputs.length);
        for (int row = 0; row < rows(); row++) {
            for (int i = 0; i < inputs.length; i++) {
                kept.data[row * inputs.length + i] = x.data[row * x.numCols + inputs[i]];
            }
        }
        return new Dataset(kept, labels, classes);
    }
}
