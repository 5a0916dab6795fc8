package dev.trawl.store;

import java.io.IOException;

/** The result directory cannot be written: a full disk, missing rights. What was committed stays as it is. */
public final class UnwritableResults extends RuntimeException {

    public UnwritableResults(String doing, IOException cause) {
        super("cannot " + doing + ": " + reason(cause), cause);
    }

    UnwritableResults(String doing, String reason) {
        super("cannot " + doing + ": " + reason);
    }

    /** Of what the file system says, the first line: HDFS goes on with its servers' stack traces. */
    static String reason(IOException cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
        return message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }
}
