package dev.trawl.cli;

/** Asked for something that cannot be done: the message says what to do about it. */
final class Fault extends RuntimeException {

    private Fault(String message) {
        super(message);
    }

    static Fault usage(String message) {
        return new Fault(message);
    }
}
