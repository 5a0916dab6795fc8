package dev.trawl.store;

import java.util.List;

/** A sweep would run into the results of another version of it that it lacks something of. Nothing was touched. */
public final class ChangedSweep extends RuntimeException {

    ChangedSweep(String directory, List<String> changes) {
        super(directory + " holds the results of another version of this sweep:\n  " + String.join("\n  ", changes));
    }
}
