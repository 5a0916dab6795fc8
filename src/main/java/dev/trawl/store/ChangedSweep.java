package dev.trawl.store;

import dev.trawl.sweep.Sweep;
import java.util.List;

/**
 * A sweep would run into the results of another version of it that it lacks something of. Nothing was touched; of a
 * study whose step chooses otherwise, the trials that the steps before it were to have more have run.
 */
public final class ChangedSweep extends RuntimeException {

    private static final String REMEDY =
            "A sweep may grow, but not change: choose another --out DIR, or undo the changes.";

    private final List<String> changes;
    private final String remedy;

    static ChangedSweep of(String directory, Sweep before, Sweep sweep, List<String> changes) {
        String which = before.name().equals(sweep.name())
                ? "another version of this sweep:"
                : "another sweep, \"" + before.name() + "\", and \"" + sweep.name() + "\" has not all of it:";
        return new ChangedSweep(directory + " holds the results of " + which, changes, REMEDY);
    }

    private ChangedSweep(String message, List<String> changes, String remedy) {
        super(message + "\n  " + String.join("\n  ", changes));
        this.changes = changes;
        this.remedy = remedy;
    }

    /** What can be done about it, for people. */
    public String remedy() {
        return remedy;
    }

    /** The same where the file is as before, and {@code step} chooses otherwise than when its trials were run. */
    public ChangedSweep chosenBy(String step) {
        return new ChangedSweep(
                "step " + step + " chooses otherwise than when its trials were run:",
                changes,
                "Trials of both choices would lie side by side: choose another --out DIR. The study as it was "
                        + "can be gone on with."
                        + " A choice for each data set and repeat by itself lets a study grow.");
    }
}
