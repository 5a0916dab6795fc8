package dev.trawl.job;

import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cheap trials, of which every tenth brings its whole task down, once. */
record FailsOnce() implements TrialMethod {

    static final Set<Long> FAILED = ConcurrentHashMap.newKeySet();

    @Override
    public String kernel() {
        return CheapTrials.SOUND.kernel();
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        if (trial.seed() % 10 == 0 && FAILED.add(trial.seed())) {
            throw new Error("the task's failure, not the trial's");
        }
        CheapTrials.SOUND.run(trial, observer);
    }
}
