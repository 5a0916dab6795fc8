package dev.trawl.cli;

import dev.trawl.job.Progress;
import dev.trawl.job.ProgressListener;
import java.io.PrintWriter;

/** Shows how far a sweep is: one line that changes on a terminal, else a line every ten seconds. */
final class ProgressLine implements ProgressListener {

    /** Says that the console is a terminal; submit/local.sh knows. */
    static final String TERMINAL = "trawl.terminal";

    private static final long PLAIN_NANOS = 10_000_000_000L;

    /** To the line's start, no wrapping at its end, then back to wrapping and clear what is left of the old line. */
    private static final String ON_THE_SAME_LINE = "\r\u001b[?7l%s\u001b[?7h\u001b[K";

    private final PrintWriter console;
    private final boolean terminal;
    private final long plainNanos;
    private long last = System.nanoTime();
    private String shown = "";
    private boolean open;
    private boolean closed;

    ProgressLine(PrintWriter console, boolean terminal) {
        this(console, terminal, PLAIN_NANOS);
    }

    /** @param plainNanos between two lines where the console is no terminal */
    ProgressLine(PrintWriter console, boolean terminal, long plainNanos) {
        this.console = console;
        this.terminal = terminal;
        this.plainNanos = plainNanos;
    }

    static ProgressLine on(PrintWriter console) {
        return new ProgressLine(console, Boolean.getBoolean(TERMINAL));
    }

    @Override
    public synchronized void progress(Progress progress) {
        boolean over = progress.done() == progress.total(); // then the last word is for end()
        if (terminal || (!over && System.nanoTime() - last >= plainNanos)) {
            last = System.nanoTime();
            show(progress.text());
        }
    }

    /** A line of its own, which stays. */
    @Override
    public synchronized void unreadable(String message) {
        clear();
        console.println(message + ". What it was to run is left to others.");
        console.flush();
    }

    /** Leaves the last state standing. */
    synchronized void end(Progress progress) {
        show(progress.text());
        close();
    }

    /** Says on a terminal what is being done; elsewhere nothing. */
    synchronized void note(String text) {
        if (terminal) {
            show(text);
        }
    }

    /** Takes the last note away, for what comes next. */
    synchronized void clear() {
        if (open) {
            console.printf(ON_THE_SAME_LINE, "");
            console.flush();
            open = false;
        }
    }

    private void show(String text) {
        if (closed) {
            return; // the last word was another's
        }
        if (terminal) {
            console.printf(ON_THE_SAME_LINE, text);
            open = true;
        } else if (!text.equals(shown)) {
            console.println(text);
        }
        shown = text;
        console.flush();
    }

    /** Moves on to a line of its own for whatever comes next, and shows nothing more. */
    synchronized void close() {
        if (open) {
            console.println();
            open = false;
        }
        closed = true;
        console.flush();
    }
}
