package dev.trawl.spark;

import java.io.IOException;

/** The result directory cannot be read or written: a full disk, missing rights. What was committed stays as it is. */
public final class UnwritableResults extends RuntimeException {

    UnwritableResults(String doing, IOException cause) {
        super("cannot " + doing + ": " + reason(cause), cause);
    }

    UnwritableResults(String doing, String reason) {
        super("cannot " + doing + ": " + reason);
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.strip();
    }
}
