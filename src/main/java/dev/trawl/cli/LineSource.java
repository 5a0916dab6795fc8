package dev.trawl.cli;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the lines of a prompt come from. */
interface LineSource extends Closeable {

    /** A person gave up what was typed. */
    final class GivenUp extends Exception {

        private final boolean lineWasEmpty;

        GivenUp(boolean lineWasEmpty) {
            super(null, null, false, false);
            this.lineWasEmpty = lineWasEmpty;
        }

        /** Whether nothing stood in the line. */
        boolean lineWasEmpty() {
            return lineWasEmpty;
        }
    }

    /** The next line; null at the end. */
    @Nullable
    String next(String prompt) throws IOException, GivenUp;

    /** Whether a person types, who is to see a prompt and can correct what was wrong. */
    boolean isInteractive();
}
