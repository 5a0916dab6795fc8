package dev.trawl.cli;

/** The end of a command that the user can do something about: the message says what. */
final class Fault extends RuntimeException {

    private final int exitCode;

    private Fault(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Asked for something that cannot be done. */
    static Fault usage(String message) {
        return new Fault(ExitCode.USAGE, message);
    }

    /** The results are not as Trawl wrote them. */
    static Fault damaged(String message) {
        return new Fault(ExitCode.DAMAGED, message);
    }

    int exitCode() {
        return exitCode;
    }
}
