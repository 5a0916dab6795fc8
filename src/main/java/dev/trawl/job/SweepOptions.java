package dev.trawl.job;

import dev.trawl.trial.TrialMethod;
import java.time.Duration;

/**
 * How a sweep is run.
 *
 * @param version of Trawl, for rows to carry
 * @param method how trials are carried out
 * @param flopsPerSecond a guess at one core's rate, which sizes the bins
 * @param flushEvery how often finished rows are committed at the least; a young sweep commits more often
 */
public record SweepOptions(String version, TrialMethod method, double flopsPerSecond, Duration flushEvery) {

    /** A guess at a core's rate that serves every machine: it only sizes the bins. */
    public static final double FLOPS_PER_SECOND = 20e9;

    /** Rows are committed every ten seconds or sooner. */
    public static SweepOptions of(String version, TrialMethod method) {
        return new SweepOptions(version, method, FLOPS_PER_SECOND, Duration.ofSeconds(10));
    }

    SweepOptions withFlopsPerSecond(double rate) {
        return new SweepOptions(version, method, rate, flushEvery);
    }

    SweepOptions withFlushEvery(Duration interval) {
        return new SweepOptions(version, method, flopsPerSecond, interval);
    }
}
