package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** A block's losses, and the slope of the batch's mean loss in each logit. Lanes are rows. */
final class BlockLoss {

    private final float[] losses;
    private final float[] targets;
    private final float[] exponents;
    private final float[] totals;
    private final double[] sums = new double[4]; // each of every fourth row's loss
    private final int block;

    /** @param block rows of a block, a multiple of 16 */
    BlockLoss(int block) {
        this.block = block;
        losses = new float[block];
        targets = new float[block];
        exponents = new float[block];
        totals = new float[block];
    }

    void begin() {
        Arrays.fill(sums, 0);
    }

    /** The sum of losses since {@link #begin}, the same to the bit whatever the size of a block. */
    double total() {
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    /**
     * Overwrites logits by slopes.
     *
     * @param logits (classes, block)
     * @param share what one row weighs in the mean
     */
    void apply(float[] logits, int classes, int[] labels, int row, int rows, float share) {
        int length = Lanes.padded(rows);
        if (classes == 1) {
            for (int r = 0; r < rows; r++) {
                targets[r] = labels[row + r];
            }
            System.arraycopy(logits, 0, losses, 0, length);
            Transcendentals.expOfMinusAbs(losses, 0, length);
            Transcendentals.logistic(logits, losses, targets, length, share);
        } else {
            for (int r = 0; r < rows; r++) {
                targets[r] = logits[labels[row + r] * block + r];
            }
            softmax(logits, classes, length, share);
            for (int r = 0; r < rows; r++) {
                logits[labels[row + r] * block + r] -= share;
            }
        }
        add(rows);
    }

    /** loss = log(sum of exp(z - max)) + max - z of the label; slopes lack the label's -1. */
    private void softmax(float[] logits, int classes, int length, float share) {
        for (int r = 0; r < length; r += WIDTH) {
            FloatVector max = FloatVector.fromArray(SPECIES, logits, r);
            for (int c = 1; c < classes; c++) {
                max = max.max(FloatVector.fromArray(SPECIES, logits, c * block + r));
            }
            for (int c = 0; c < classes; c++) {
                FloatVector z = FloatVector.fromArray(SPECIES, logits, c * block + r);
                z.sub(max).intoArray(logits, c * block + r);
            }
            max.sub(FloatVector.fromArray(SPECIES, targets, r)).intoArray(losses, r);
        }
        for (int c = 0; c < classes; c++) {
            Transcendentals.expOfMinusAbs(logits, c * block, length);
        }
        for (int r = 0; r < length; r += WIDTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, logits, r);
            for (int c = 1; c < classes; c++) {
                sum = sum.add(FloatVector.fromArray(SPECIES, logits, c * block + r));
            }
            FloatVector scale = FloatVector.broadcast(SPECIES, share).div(sum);
            for (int c = 0; c < classes; c++) {
                FloatVector e = FloatVector.fromArray(SPECIES, logits, c * block + r);
                e.mul(scale).intoArray(logits, c * block + r);
            }
            sum.intoArray(totals, r);
        }
        Transcendentals.log(totals, exponents, length);
        for (int r = 0; r < length; r += WIDTH) {
            FloatVector high = FloatVector.fromArray(SPECIES, losses, r);
            high.add(FloatVector.fromArray(SPECIES, totals, r)).intoArray(losses, r);
        }
    }

    /** Four sums side by side: one chain of additions would take longer than the rest. */
    private void add(int rows) {
        int length = Lanes.padded(rows);
        Arrays.fill(losses, rows, length, 0f);
        double s0 = sums[0];
        double s1 = sums[1];
        double s2 = sums[2];
        double s3 = sums[3];
        for (int r = 0; r < length; r += 4) {
            s0 += losses[r];
            s1 += losses[r + 1];
            s2 += losses[r + 2];
            s3 += losses[r + 3];
        }
        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
    }
}
