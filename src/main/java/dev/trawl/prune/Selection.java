package dev.trawl.prune;

import java.util.Arrays;

/** Chooses the largest of some values. */
final class Selection {

    private Selection() {}

    /**
     * Which of {@code values} are among the {@code keep} largest, exactly that many; of equal ones the lower index is.
     */
    static boolean[] largest(float[] values, int keep) {
        boolean[] chosen = new boolean[values.length];
        if (keep >= values.length) {
            Arrays.fill(chosen, true);
            return chosen;
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float threshold = sorted[sorted.length - keep];
        int ties = keep - above(sorted, threshold);
        for (int i = 0; i < values.length; i++) {
            int order = Float.compare(values[i], threshold);
            chosen[i] = order > 0 || order == 0 && ties-- > 0;
        }
        return chosen;
    }

    private static int above(float[] sorted, float threshold) {
        int count = 0;
        while (count < sorted.length && Float.compare(sorted[sorted.length - 1 - count], threshold) > 0) {
            count++;
        }
        return count;
    }
}
