package dev.trawl.trial;

import dev.trawl.trial.StageOutcome.Died;

/** Ends a trial whose loss is no longer a finite number. Carries the stage's outcome; never leaves the runner. */
final class DivergedException extends RuntimeException {

    private final transient Died outcome;

    DivergedException(Died outcome) {
        super(outcome.message(), null, false, false);
        this.outcome = outcome;
    }

    Died outcome() {
        return outcome;
    }
}
