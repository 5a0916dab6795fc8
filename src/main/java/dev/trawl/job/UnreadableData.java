package dev.trawl.job;

import dev.trawl.store.Causes;
import java.util.Optional;

/** A machine lacks the files of a data set, or has others. The message names the machine and says which. */
public final class UnreadableData extends RuntimeException {

    UnreadableData(String message) {
        super(message);
    }

    /** The one among the causes of {@code failure}. */
    static Optional<UnreadableData> behind(Throwable failure) {
        return Causes.of(failure)
                .filter(UnreadableData.class::isInstance)
                .map(UnreadableData.class::cast)
                .findFirst();
    }
}
