package dev.trawl.job;

import dev.trawl.trial.Status;
import dev.trawl.trial.TrialColumns;
import java.time.Duration;
import java.util.OptionalDouble;

/** Counts what a run delivers. Not safe for threads: its owner guards it. */
final class Tally {

    private static final int ID = TrialColumns.index("trial_id");
    private static final int STATUS = TrialColumns.index("status");
    private static final int TEST_AUC = TrialColumns.index("test_auc");

    private final long total;
    private final long before;
    private final double flops;
    private final long start = System.nanoTime();
    private long ran;
    private long failed;
    private double flopsDone;
    private long nanos;
    private OptionalDouble best = OptionalDouble.empty();

    /**
     * @param before trials that earlier runs have done
     * @param flops planned for what is left
     */
    Tally(long total, long before, long failedBefore, double flops) {
        this.total = total;
        this.before = before;
        this.failed = failedBefore;
        this.flops = flops;
    }

    void add(BinResult result) {
        ran += result.trials();
        flopsDone += result.flops();
        nanos += result.nanos();
        Object lastFailed = "";
        for (Object[] row : result.rows()) {
            if (row[TEST_AUC] instanceof Double auc && auc > best.orElse(-1)) {
                best = OptionalDouble.of(auc);
            }
            if (!Status.OK.key().equals(row[STATUS]) && !row[ID].equals(lastFailed)) {
                lastFailed = row[ID];
                failed++;
            }
        }
    }

    Progress progress() {
        return new Progress(
                before + ran,
                total,
                ran,
                failed,
                Duration.ofNanos(System.nanoTime() - start),
                Duration.ofNanos(nanos),
                flops > 0 ? Math.min(1, flopsDone / flops) : 1,
                best);
    }
}
