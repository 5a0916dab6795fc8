package dev.trawl.job;

import dev.trawl.trial.Failures;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How far a sweep is.
 *
 * @param done trials, those of earlier runs included
 * @param total trials of the plan
 * @param ran trials that ended in this run
 * @param failures trials that did not end well, earlier runs included
 * @param elapsed since this run's first task could start
 * @param busy time of all tasks that ended in this run, summed up over cores
 * @param shareDone of the cost that was left when this run began
 * @param bestTestAuc of this run's rows
 */
public record Progress(
        long done,
        long total,
        long ran,
        Failures failures,
        Duration elapsed,
        Duration busy,
        double shareDone,
        OptionalDouble bestTestAuc) {

    /** Trials a second of this run. */
    public double rate() {
        return elapsed.isZero() ? 0 : ran / (elapsed.toMillis() / 1e3);
    }

    /** By cost; empty until something has ended, and once all has. */
    public OptionalDouble secondsLeft() {
        if (shareDone <= 0 || done == total) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(elapsed.toMillis() / 1e3 * (1 - shareDone) / shareDone);
    }

    /**
     * How long the run took, once all has ended: {@code 306 trials in 13.2 s; trials took 24.9 s}. How well the machine
     * was used, where its cores are known: {@code ..., 94.3% of the time of 2 cores}. A cluster's come and go.
     */
    public String summary(OptionalInt cores) {
        double wall = elapsed.toNanos() / 1e9;
        double trials = busy.toNanos() / 1e9;
        String text = String.format(
                Locale.ROOT, "%,d %s in %.1f s; trials took %.1f s", ran, ran == 1 ? "trial" : "trials", wall, trials);
        if (cores.isEmpty()) {
            return text;
        }
        int count = cores.getAsInt();
        return text
                + String.format(
                        Locale.ROOT,
                        ", %.1f%% of the time of %d %s",
                        100 * trials / (wall * count),
                        count,
                        count == 1 ? "core" : "cores");
    }

    /** One line: {@code 1,204 / 40,000 trials, 12.1 a second, 53 min left, 2 failed, best AUC ...}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,d / %,d trials", done, total));
        if (ran > 0) {
            text.append(String.format(Locale.ROOT, ", %s a second", Quantity.significant(rate())));
        }
        secondsLeft()
                .ifPresent(
                        left -> text.append(", ").append(Quantity.about(left)).append(" left"));
        if (failures.total() > 0) {
            text.append(", ").append(failures.text());
        }
        bestTestAuc.ifPresent(auc -> text.append(String.format(Locale.ROOT, ", best test AUC %.3f", auc)));
        return text.toString();
    }
}
