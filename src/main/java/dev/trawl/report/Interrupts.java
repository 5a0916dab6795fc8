package dev.trawl.report;

import dev.trawl.store.Causes;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/** Tells an interrupt, such as a notebook's stop button, from the faults that reading and writing make of it. */
final class Interrupts {

    private Interrupts() {}

    static boolean isBehind(Throwable fault) {
        return Thread.currentThread().isInterrupted() || Causes.of(fault).anyMatch(Interrupts::isInterrupt);
    }

    private static boolean isInterrupt(Throwable cause) {
        return cause instanceof InterruptedException
                || cause instanceof ClosedByInterruptException
                || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
    }
}
