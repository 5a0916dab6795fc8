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

    /** The scaled copy of some rows: (rows, inputs). */
    FMatrixRMaj scaled(FMatrixRMaj x, int[] rows) {
        FMatrixRMaj scaled = new FMatrixRMaj(rows.length, x.numCols);
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < x.numCols; i++) {
                scaled.data[r * x.numCols + i] = scaled(x.data[rows[r] * x.numCols + i], i);
            }
        }
        return scaled;
    }

    private float scaled(float value, int input) {
        double span = (double) greatest[input] - least[input];
        return span == 0 ? 0f : (float) (2 * (value - (double) least[input]) / span - 1);
    }
}
