package dev.trawl.job;

import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialObserver;
import java.util.concurrent.atomic.AtomicReference;

/** Cheap trials, one of which interrupts the thread that waits for the sweep. Works where driver and tasks share a JVM. */
record InterruptsAtSeed(long seed) implements TrialMethod {

    static final AtomicReference<Thread> WAITING = new AtomicReference<>();

    @Override
    public String kernel() {
        return CheapTrials.SOUND.kernel();
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        CheapTrials.SOUND.run(trial, observer);
        if (trial.seed() == seed) {
            WAITING.get().interrupt();
        }
    }
}
