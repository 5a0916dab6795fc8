package dev.trawl.data;

/** Files could not be got from their archive: no network, a full disk. The message says how to get them by hand. */
public final class FetchException extends DataException {

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
