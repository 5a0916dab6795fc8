package dev.trawl.cli;

import dev.trawl.store.AtJvmEnd;
import java.io.PrintWriter;

/** Tells, when the JVM is ended in the middle of a run, how to go on. The exit code is the JVM's: 130 or 143. */
final class Interruption {

    /** After what has finished is committed and the lock released, and before Spark closes its file systems. */
    private static final int AFTER_THE_JOB_STOPS = 90;

    private final ProgressLine progress;
    private final PrintWriter err;
    private final String rest;
    private final AtJvmEnd hook;
    private volatile boolean running = true;

    private Interruption(ProgressLine progress, PrintWriter err, String rest) {
        this.progress = progress;
        this.err = err;
        this.rest = rest;
        this.hook = AtJvmEnd.run(this::tell, AFTER_THE_JOB_STOPS);
    }

    /** @param rest what is there then, and what the same command goes on with */
    static Interruption watch(ProgressLine progress, PrintWriter err, String rest) {
        return new Interruption(progress, err, rest);
    }

    /** The run is over; whatever ends the JVM from here on interrupts nothing. */
    void over() {
        running = false;
        hook.close();
    }

    private void tell() {
        if (running) {
            progress.close();
            err.println("Interrupted. " + rest);
            err.flush();
        }
    }
}
