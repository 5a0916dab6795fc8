package dev.trawl.cli;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the lines of a prompt come from. */
interface LineSource extends Closeable {

    /** The next line; null at the end. */
    @Nullable
    String next(String prompt) throws IOException;

    /** Whether a person types, who is to see a prompt and can correct what was wrong. */
    boolean isInteractive();
}
