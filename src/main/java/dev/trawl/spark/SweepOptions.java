package dev.trawl.spark;

import dev.trawl.trial.TrialMethod;
import java.time.Duration;

/**
 * How a sweep is run.
 *
 * @param sweep its name
 * @param hash of the resolved sweep
 * @param version of Trawl
 * @param method how trials are carried out
 * @param flopsPerSecond a guess at one core's rate, which sizes the bins
 * @param flushEvery how often finished rows are committed: what a kill can lose
 */
public record SweepOptions(
        String sweep, String hash, String version, TrialMethod method, double flopsPerSecond, Duration flushEvery) {

    /** Five seconds of rows, bins of about two seconds. */
    public static SweepOptions of(String sweep, String hash, String version, TrialMethod method) {
        return new SweepOptions(sweep, hash, version, method, 20e9, Duration.ofSeconds(5));
    }

    public SweepOptions withFlushEvery(Duration interval) {
        return new SweepOptions(sweep, hash, version, method, flopsPerSecond, interval);
    }
}
