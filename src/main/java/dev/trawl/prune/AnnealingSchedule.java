package dev.trawl.prune;

/**
 * How many connections are left after epoch e = 1 .. N of a pruning phase (the paper, equation 2), from P at its start
 * to m at e = N / 2; the second half trains the sparse network.
 *
 * <pre>M_e = m + (P - m) max(0, (N - 2 e) / (2 e mu + N))</pre>
 *
 * @param start P
 * @param target m; a phase that starts with fewer keeps them all
 * @param epochs N
 * @param mu annealing rate
 */
public record AnnealingSchedule(long start, long target, int epochs, double mu) {

    /** M_e, rounded to the nearest integer. */
    public long connections(int epoch) {
        if (start <= target) {
            return start;
        }
        double share = (epochs - 2.0 * epoch) / (2.0 * epoch * mu + epochs);
        return Math.round(target + (start - target) * Math.max(0, share));
    }
}
