package dev.trawl.job;

import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialObserver;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.TaskContext;

/**
 * Cheap trials, one of which stops the sweep it belongs to, and ends when its task is cancelled for it. Works where
 * driver and tasks share a JVM.
 *
 * @param byInterrupt of the thread that waits for the sweep, and not by the job's own way
 */
record StopsAtSeed(long seed, boolean byInterrupt) implements TrialMethod {

    static final AtomicReference<SweepJob> JOB = new AtomicReference<>();
    static final AtomicReference<Thread> WAITING = new AtomicReference<>();

    @Override
    public String kernel() {
        return CheapTrials.SOUND.kernel();
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        CheapTrials.SOUND.run(trial, observer);
        if (trial.seed() != seed) {
            return;
        }
        if (byInterrupt) {
            WAITING.get().interrupt();
        } else {
            JOB.get().stop();
        }
        while (!TaskContext.get().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
