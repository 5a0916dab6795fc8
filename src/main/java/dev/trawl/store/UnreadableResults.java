package dev.trawl.store;

import java.io.IOException;

/** A result directory, or a sweep file, cannot be read: missing rights, a host that is not there. */
public final class UnreadableResults extends RuntimeException {

    UnreadableResults(String doing, IOException cause) {
        super("cannot " + doing + ": " + UnwritableResults.reason(cause), cause);
    }

    UnreadableResults(String doing, String reason) {
        super("cannot " + doing + ": " + reason);
    }
}
