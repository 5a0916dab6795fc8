package dev.trawl.net;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The area under the ROC curve, by ranks: the share of (1, 0) pairs that the scores put in order, a tie counting half.
 */
public final class Auc {

    private Auc() {}

    /**
     * @param scores (rows), no NaN among them
     * @param labels (rows), 0 or 1
     * @return 0 to 1; empty where one of the classes is missing, as there is no pair then
     */
    public static OptionalDouble of(float[] scores, int[] labels) {
        long[] keys = sortedKeys(scores, labels);
        long ones = 0;
        double ordered = 0;
        for (int start = 0, end; start < keys.length; start = end) {
            long tiedOnes = 0;
            for (end = start; end < keys.length && keys[end] >> 1 == keys[start] >> 1; end++) {
                tiedOnes += keys[end] & 1;
            }
            long zerosBelow = start - ones;
            long tiedZeros = end - start - tiedOnes;
            ordered += tiedOnes * (zerosBelow + tiedZeros / 2.0);
            ones += tiedOnes;
        }
        long zeros = keys.length - ones;
        return ones == 0 || zeros == 0 ? OptionalDouble.empty() : OptionalDouble.of(ordered / ((double) ones * zeros));
    }

    /** The score in an order-preserving integer form, above the label's bit. */
    private static long[] sortedKeys(float[] scores, int[] labels) {
        long[] keys = new long[labels.length];
        for (int row = 0; row < keys.length; row++) {
            int bits = Float.floatToIntBits(scores[row] + 0f); // -0 becomes 0: they tie
            int ordered = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
            keys[row] = ((long) ordered << 1) | labels[row];
        }
        Arrays.sort(keys);
        return keys;
    }
}
