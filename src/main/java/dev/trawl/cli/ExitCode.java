package dev.trawl.cli;

/**
 * How a command ended, for scripts. A run that is interrupted ends with 130 (SIGINT) or 143 (SIGTERM), which the JVM
 * sees to.
 */
final class ExitCode {

    static final int DONE = 0;
    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int SOME_FAILED = 3;
    static final int DAMAGED = 4;

    private ExitCode() {}
}
