package dev.trawl.trial;

import dev.trawl.kernel.Kernel;

/** Takes one trial through its stages: a pure function of the trial and the kernel. */
public final class TrialRunner {

    private TrialRunner() {}

    /**
     * Runs {@code trial}, telling {@code observer} of every stage that it asked for. A divergence ends the trial with a
     * {@link StageOutcome.Died}; an exception leaves through the caller.
     */
    public static void run(Trial trial, Kernel kernel, TrialObserver observer) {
        throw new UnsupportedOperationException("not there yet: " + trial + kernel + observer);
    }
}
