package dev.trawl.job;

/** A machine lacks the files of a data set, or has others. The message names the machine and says which. */
public final class UnreadableData extends RuntimeException {

    private static final String LACKS = " lacks data: ";

    UnreadableData(String message) {
        super(message);
    }

    static String message(String host, String what) {
        return host + LACKS + what;
    }

    /** Whether {@code text}, the reason that a task ended for, is such a message. */
    static boolean isMessage(String text) {
        return text.contains(LACKS);
    }
}
