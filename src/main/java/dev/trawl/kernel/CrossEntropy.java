package dev.trawl.kernel;

import org.ejml.data.FMatrixRMaj;

/** Cross-entropy of logits: one logit for labels 0 and 1, or one logit a class. Sums run row by row, in double. */
public final class CrossEntropy {

    private CrossEntropy() {}

    /**
     * The rows' losses, and their derivatives by the logits.
     *
     * @param logits (rows, outputs), overwritten by {@code scale} times the derivatives
     * @param labels whose entry {@code from} belongs to the first row
     * @return the sum of the rows' losses
     */
    static double derivatives(FMatrixRMaj logits, int[] labels, int from, float scale) {
        double sum = 0;
        for (int row = 0; row < logits.numRows; row++) {
            sum += logits.numCols == 1
                    ? binary(logits.data, row, labels[from + row], scale)
                    : softmax(logits.data, row * logits.numCols, logits.numCols, labels[from + row], scale);
        }
        return sum;
    }

    /**
     * The sum of the rows' losses.
     *
     * @param logits (rows, outputs)
     * @param labels (rows)
     */
    public static double sum(FMatrixRMaj logits, int[] labels) {
        double sum = 0;
        for (int row = 0; row < logits.numRows; row++) {
            sum += logits.numCols == 1
                    ? binaryLoss(logits.data[row], labels[row])
                    : softmaxLoss(logits.data, row * logits.numCols, logits.numCols, labels[row]);
        }
        return sum;
    }

    private static double binary(float[] logits, int index, int label, float scale) {
        double logit = logits[index];
        double exp = StrictMath.exp(-Math.abs(logit));
        double probability = logit >= 0 ? 1 / (1 + exp) : exp / (1 + exp);
        logits[index] = (float) (probability - label) * scale;
        return Math.max(logit, 0) - logit * label + StrictMath.log1p(exp);
    }

    private static double softmax(float[] logits, int start, int classes, int label, float scale) {
        double logSum = logSumExp(logits, start, classes);
        double loss = logSum - logits[start + label];
        for (int c = 0; c < classes; c++) {
            double probability = StrictMath.exp(logits[start + c] - logSum);
            logits[start + c] = (float) (probability - (c == label ? 1 : 0)) * scale;
        }
        return loss;
    }

    private static double binaryLoss(double logit, int label) {
        return Math.max(logit, 0) - logit * label + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
    }

    private static double softmaxLoss(float[] logits, int start, int classes, int label) {
        return logSumExp(logits, start, classes) - logits[start + label];
    }

    private static double logSumExp(float[] logits, int start, int classes) {
        double largest = logits[start];
        for (int c = 1; c < classes; c++) {
            largest = Math.max(largest, logits[start + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += StrictMath.exp(logits[start + c] - largest);
        }
        return largest + StrictMath.log(sum);
    }
}
