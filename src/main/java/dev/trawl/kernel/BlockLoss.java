package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** A block's losses, and the slope of the batch's mean loss in each logit. Lanes are rows. */
final class BlockLoss {

    private static final int ONE = Float.floatToRawIntBits(1f);

    private final float[] losses = new float[BLOCK];
    private final float[] targets = new float[BLOCK];
    private final float[] decays = new float[BLOCK];
    private final float[] bends = new float[BLOCK];
    private double total;

    void begin() {
        total = 0;
    }

    /** The sum of losses since {@link #begin}. */
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
        total += sum(rows);
    }

    /** With d = exp(-|z|): loss = max(z, 0) - z y + log(1 + d); slope = (1 or d, as z >= 0 or not) / (1 + d) - y. */
    private void logistic(float[] logits, float share) {
        for (int r = 0; r < BLOCK; r += WIDTH) {
            FloatVector.fromArray(SPECIES, logits, r).abs().neg().intoArray(decays, r);
        }
        Transcendentals.exp(decays, BLOCK);
        System.arraycopy(decays, 0, bends, 0, BLOCK);
        Transcendentals.log1p(bends, BLOCK);
        for (int r = 0; r < BLOCK; r += WIDTH) {
            FloatVector z = FloatVector.fromArray(SPECIES, logits, r);
            FloatVector y = FloatVector.fromArray(SPECIES, targets, r);
            FloatVector decay = FloatVector.fromArray(SPECIES, decays, r);
            FloatVector bend = FloatVector.fromArray(SPECIES, bends, r);
            z.abs().add(z).mul(0.5f).sub(z.mul(y)).add(bend).intoArray(losses, r);
            IntVector negative = z.reinterpretAsInts().lanewise(VectorOperators.ASHR, 31);
            IntVector change = decay.reinterpretAsInts().sub(ONE).and(negative);
            FloatVector numerator = change.add(ONE).reinterpretAsFloats();
            numerator.div(decay.add(1f)).sub(y).mul(share).intoArray(logits, r);
        }
    }

    /** loss = log(sum of exp(z - max)) + max - z of the label; slopes lack the label's -1. */
    private void softmax(float[] logits, int classes, float share) {
        for (int r = 0; r < BLOCK; r += WIDTH) {
            FloatVector max = FloatVector.fromArray(SPECIES, logits, r);
            for (int c = 1; c < classes; c++) {
                max = max.max(FloatVector.fromArray(SPECIES, logits, c * BLOCK + r));
            }
            for (int c = 0; c < classes; c++) {
                FloatVector z = FloatVector.fromArray(SPECIES, logits, c * BLOCK + r);
                z.sub(max).intoArray(logits, c * BLOCK + r);
            }
            max.sub(FloatVector.fromArray(SPECIES, targets, r)).intoArray(losses, r);
        }
        Transcendentals.exp(logits, classes * BLOCK);
        for (int r = 0; r < BLOCK; r += WIDTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, logits, r);
            for (int c = 1; c < classes; c++) {
                sum = sum.add(FloatVector.fromArray(SPECIES, logits, c * BLOCK + r));
            }
            FloatVector scale = FloatVector.broadcast(SPECIES, share).div(sum);
            for (int c = 0; c < classes; c++) {
                FloatVector e = FloatVector.fromArray(SPECIES, logits, c * BLOCK + r);
                e.mul(scale).intoArray(logits, c * BLOCK + r);
            }
            sum.intoArray(bends, r);
        }
        Transcendentals.log(bends, decays, BLOCK);
        for (int r = 0; r < BLOCK; r += WIDTH) {
            FloatVector high = FloatVector.fromArray(SPECIES, losses, r);
            high.add(FloatVector.fromArray(SPECIES, bends, r)).intoArray(losses, r);
        }
    }

    /** The rows' losses, every fourth to one of four sums: one chain of additions would take longer than the rest. */
    private double sum(int rows) {
        for (int r = rows; r < BLOCK; r++) {
            losses[r] = 0f;
        }
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int r = 0; r < BLOCK; r += 4) {
            s0 += losses[r];
            s1 += losses[r + 1];
            s2 += losses[r + 2];
            s3 += losses[r + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
