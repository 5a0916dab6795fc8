package dev.trawl.cli;

/** Asked for something that cannot be done; the message says what could be. */
final class UsageFault extends RuntimeException {

    UsageFault(String message) {
        super(message);
    }
}
