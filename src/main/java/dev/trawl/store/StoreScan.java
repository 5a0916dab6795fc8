package dev.trawl.store;

import dev.trawl.sweep.Plan;
import dev.trawl.trial.Failures;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a result directory holds.
 *
 * @param ids of the trials that have rows
 * @param failures trials of these that did not end well
 * @param nextSegment a number that no segment has
 */
public record StoreScan(TrialIds ids, long rows, Failures failures, long nextSegment, List<Damage> damages) {

    /** How many trials have rows. */
    public long trials() {
        return ids.size();
    }

    /** Indices of the plan's trials that have rows. */
    public BitSet done(Plan plan) {
        if (plan.size() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a plan has at most 2^31 - 1 trials, not " + plan.size());
        }
        if (ids.size() == 0) {
            return new BitSet();
        }
        int trials = (int) plan.size();
        long[] words = new long[(int) ((trials + 63L) / Long.SIZE)];
        IntStream.range(0, words.length).parallel().forEach(word -> {
            int from = word * Long.SIZE;
            for (int index = from; index < Math.min(from + (long) Long.SIZE, trials); index++) {
                if (ids.contains(plan.trial(index).id())) {
                    words[word] |= 1L << index;
                }
            }
        });
        return BitSet.valueOf(words);
    }

    /** Refuses results that are not as Trawl wrote them. */
    public StoreScan requireSound(String directory) {
        if (!damages.isEmpty()) {
            throw new DamagedResults(directory, damages);
        }
        return this;
    }
}
