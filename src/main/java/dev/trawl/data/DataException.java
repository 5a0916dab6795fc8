package dev.trawl.data;

/** A data file is missing, damaged or not what it should be. The message names the file, its line and what to do. */
public class DataException extends RuntimeException {

    DataException(String message) {
        super(message);
    }

    DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
