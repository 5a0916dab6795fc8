package dev.trawl.job;

import dev.trawl.trial.FailureCount;
import dev.trawl.trial.Failures;
import dev.trawl.trial.TrialColumns;
import java.time.Duration;
import java.util.OptionalDouble;

/** Counts what a run delivers. Not safe for threads: its owner guards it. */
final class Tally {

    private static final int ID = TrialColumns.index("trial_id");
    private static final int STATUS = TrialColumns.index("status");
    private static final int TEST_AUC = TrialColumns.index("test_auc");

    private final long total;
    private final long doneBefore;
    private final double flops;
    private final long start = System.nanoTime();
    private final Failures before;
    private final FailureCount failures = new FailureCount();
    private long ran;
    private double flopsDone;
    private long nanos;
    private OptionalDouble best = OptionalDouble.empty();

    /**
     * @param doneBefore trials that earlier runs have done
     * @param before of these, those that did not end well
     * @param flops planned for what is left
     */
    Tally(long total, long doneBefore, Failures before, double flops) {
        this.total = total;
        this.doneBefore = doneBefore;
        this.before = before;
        this.flops = flops;
    }

    void add(BinResult result) {
        ran += result.trials();
        flopsDone += result.flops();
        nanos += result.nanos();
        for (Object[] row : result.rows()) {
            if (row[TEST_AUC] instanceof Double auc && auc > best.orElse(-1)) {
                best = OptionalDouble.of(auc);
            }
            failures.add(row[ID], row[STATUS]);
        }
    }

    Progress progress() {
        return new Progress(
                doneBefore + ran,
                total,
                ran,
                before.plus(failures.failures()),
                Duration.ofNanos(System.nanoTime() - start),
                Duration.ofNanos(nanos),
                flops > 0 ? Math.min(1, flopsDone / flops) : 1,
                best);
    }
}
