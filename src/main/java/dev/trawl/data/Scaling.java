package dev.trawl.data;

import org.ejml.data.FMatrixRMaj;

/**
 * Takes every input to [-1, 1] by the least and the greatest value that training rows have; a constant input becomes 0.
 * Test rows may lie outside.
 *
 * @param least (inputs)
 * @param greatest (inputs)
 */
record Scaling(float[] least, float[] greatest) {

    /** @param rows of {@code x} that train; at least one */
    static Scaling by(FMatrixRMaj x, int[] rows) {
        float[] least = new float[x.numCols];
        float[] greatest = new float[x.numCols];
        for (int i = 0; i < x.numCols; i++) {
            least[i] = greatest[i] = x.get(rows[0], i);
        }
        for (int row : rows) {
            for (int i = 0; i < x.numCols; i++) {
                least[i] = Math.min(least[i], x.data[row * x.numCols + i]);
                greatest[i] = Math.max(greatest[i], x.data[row * x.numCols + i]);
            }
        }
        return new Scaling(least, greatest);
    }

    /**
     * The scaled copy of some rows: (rows, inputs). A row goes through in three loops, as the middle one, of doubles
     * alone, then runs in vectors. Throws a {@link DataException} where a value is beyond single precision.
     */
    FMatrixRMaj scaled(FMatrixRMaj x, int[] rows) {
        int inputs = x.numCols;
        double[] low = new double[inputs];
        double[] span = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            low[i] = least[i];
            span[i] = (double) greatest[i] - least[i];
        }
        FMatrixRMaj scaled = new FMatrixRMaj(rows.length, inputs);
        double[] row = new double[inputs];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < inputs; i++) {
                row[i] = x.data[rows[r] * inputs + i];
            }
            for (int i = 0; i < inputs; i++) {
                row[i] = 2 * (row[i] - low[i]) / span[i] - 1;
            }
            for (int i = 0; i < inputs; i++) {
                scaled.data[r * inputs + i] = span[i] == 0 ? 0f : (float) row[i];
            }
        }
        requireFinite(scaled, x, rows);
        return scaled;
    }

    /** A test row may lie so far outside that nothing comes out of a network but NaN. */
    private void requireFinite(FMatrixRMaj scaled, FMatrixRMaj x, int[] rows) {
        for (int at = 0; at < scaled.getNumElements(); at++) {
            if (!Float.isFinite(scaled.data[at])) {
                int input = at % x.numCols;
                throw new DataException("input " + (input + 1) + " is " + x.get(rows[at / x.numCols], input)
                        + " in a row, where training rows have " + least[input] + " to " + greatest[input]
                        + ": scaled by these it is beyond single precision");
            }
        }
    }
}
