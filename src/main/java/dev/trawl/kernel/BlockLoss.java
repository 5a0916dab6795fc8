package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** A block's losses, and the slope of the batch's mean loss in each logit. Lanes are rows. */
final class BlockLoss {

    private final float[] losses = new float[BLOCK];
    private final float[] targets = new float[BLOCK];
    private final float[] slopes = new float[BLOCK];
    private double total;

    void begin() {
        total = 0;
    }

    /** The sum of losses since {@link #begin}, added row by row. */
    double total() {
        return total;
    }

    /**
     * Overwrites logits by slopes.
     *
     * @param logits (classes, BLOCK)
     * @param share what one row weighs in the mean
     */
    void apply(float[] logits, int classes, int[] labels, int row, int rows, float share) {
        if (classes == 1) {
            for (int r = 0; r < rows; r++) {
                targets[r] = labels[row + r];
            }
            logistic(logits, share);
        } else {
            for (int r = 0; r < rows; r++) {
                targets[r] = logits[labels[row + r] * BLOCK + r];
            }
            softmax(logits, classes, share);
            for (int r = 0; r < rows; r++) {
                logits[labels[row + r] * BLOCK + r] -= share;
            }
        }
        for (int r = 0; r < rows; r++) {
            total += losses[r];
        }
    }

    /** loss = max(z, 0) - z y + log(1 + exp(-|z|)); slope = sigmoid(z) - y. */
    private void logistic(float[] logits, float share) {
        for (int r = 0; r < BLOCK; r += WIDTH) {
            FloatVector z = FloatVector.fromArray(SPECIES, logits, r);
            FloatVector y = FloatVector.fromArray(SPECIES, targets, r);
            FloatVector tail = Transcendentals.exp(z.abs().neg());
            FloatVector bend = Transcendentals.log1p(tail);
            z.abs().add(z).mul(0.5f).sub(z.mul(y)).add(bend).intoArray(losses, r);
            VectorMask<Float> negative = z.compare(VectorOperators.LT, 0f);
            FloatVector numerator = FloatVector.broadcast(SPECIES, 1f).blend(tail, negative);
            numerator.div(tail.add(1f)).sub(y).mul(share).intoArray(logits, r);
        }
    }

    /** loss = log(sum of exp(z - max)) + max - z of the label; slopes lack the label's -1. */
    private void softmax(float[] logits, int classes, float share) {
        for (int r = 0; r < BLOCK; r += WIDTH) {
            FloatVector max = FloatVector.fromArray(SPECIES, logits, r);
            for (int c = 1; c < classes; c++) {
                max = max.max(FloatVector.fromArray(SPECIES, logits, c * BLOCK + r));
            }
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int c = 0; c < classes; c++) {
                FloatVector z = FloatVector.fromArray(SPECIES, logits, c * BLOCK + r);
                FloatVector e = Transcendentals.exp(z.sub(max));
                e.intoArray(logits, c * BLOCK + r);
                sum = sum.add(e);
            }
            FloatVector label = FloatVector.fromArray(SPECIES, targets, r);
            Transcendentals.log(sum).add(max.sub(label)).intoArray(losses, r);
            FloatVector.broadcast(SPECIES, share).div(sum).intoArray(slopes, r);
        }
        for (int c = 0; c < classes; c++) {
            for (int r = 0; r < BLOCK; r += WIDTH) {
                FloatVector e = FloatVector.fromArray(SPECIES, logits, c * BLOCK + r);
                e.mul(FloatVector.fromArray(SPECIES, slopes, r)).intoArray(logits, c * BLOCK + r);
            }
        }
    }
}
