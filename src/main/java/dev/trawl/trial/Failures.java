package dev.trawl.trial;

import java.util.Locale;

/**
 * How many trials did not end well, each counted once.
 *
 * @param failed with a stage that threw or was killed: the cause may be mended, and they run again
 * @param diverged of the others those with a stage that diverged, which is a finding
 */
public record Failures(long failed, long diverged) {

    public static final Failures NONE = new Failures(0, 0);

    public long total() {
        return failed + diverged;
    }

    public Failures plus(Failures more) {
        return new Failures(failed + more.failed, diverged + more.diverged);
    }

    /** {@code 2 failed, 1,204 diverged}, or one of them; {@code 0 failed} where there are none. */
    public String text() {
        String ofFailed = String.format(Locale.ROOT, "%,d failed", failed);
        String ofDiverged = String.format(Locale.ROOT, "%,d diverged", diverged);
        if (diverged == 0) {
            return ofFailed;
        }
        return failed == 0 ? ofDiverged : ofFailed + ", " + ofDiverged;
    }
}
