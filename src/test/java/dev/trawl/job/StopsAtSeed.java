package dev.trawl.job;

import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialObserver;
import java.util.concurrent.atomic.AtomicReference;

/** Cheap trials, one of which stops the sweep it belongs to. Works where driver and tasks share a JVM. */
record StopsAtSeed(long seed) implements TrialMethod {

    static final AtomicReference<SweepJob> JOB = new AtomicReference<>();

    @Override
    public String kernel() {
        return CheapTrials.SOUND.kernel();
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        CheapTrials.SOUND.run(trial, observer);
        if (trial.seed() == seed) {
            JOB.get().stop();
        }
    }
}
