package dev.trawl.job;

import dev.trawl.trial.Failures;

/**
 * How a run ended.
 *
 * @param ran trials that ended in this run
 * @param done trials of the plan that have rows
 * @param failures of these, trials that did not end well
 */
public record SweepOutcome(End end, long ran, long done, long total, Failures failures, String message) {

    public enum End {
        /** Every trial of the plan has its rows. */
        DONE,
        /** {@link SweepJob#stop} was called. What had finished is committed. */
        STOPPED,
        /** The first trials failed alike; the message is theirs. Their rows are committed. */
        FAILED_ALIKE
    }
}
