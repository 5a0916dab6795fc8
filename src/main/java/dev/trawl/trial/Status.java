package dev.trawl.trial;

import java.util.Locale;

/** How a stage ended. */
public enum Status {
    OK,
    /**
     * The training loss went beyond 1e9 nats a row, or ended beyond 1e4; or a loss was infinite or not a number. The
     * message names the epoch.
     */
    DIVERGED,
    /** The stage threw; the message has class and text. */
    FAILED,
    /** The trial ended every JVM that it was given to. */
    KILLED;

    /** The word for it in result rows. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
