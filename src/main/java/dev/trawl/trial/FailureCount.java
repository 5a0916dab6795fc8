package dev.trawl.trial;

import org.jspecify.annotations.Nullable;

/** Counts {@link Failures} in rows, of which those of a trial follow one another. */
public final class FailureCount {

    private @Nullable Object last; // the last trial that did not end well
    private boolean lastFailed;
    private long failed;
    private long diverged;

    /** @param status as it stands in the row */
    public void add(Object trialId, @Nullable Object status) {
        if (Status.OK.key().equals(status)) {
            return;
        }
        boolean again = trialId.equals(last);
        boolean fails = !Status.DIVERGED.key().equals(status);
        if (!again) {
            diverged++;
            lastFailed = false;
            last = trialId;
        }
        if (fails && !lastFailed) {
            diverged--;
            failed++;
            lastFailed = true;
        }
    }

    public Failures failures() {
        return new Failures(failed, diverged);
    }
}
