package dev.trawl.trial;

import java.util.List;

/**
 * Runs one trial and makes rows of whatever comes of it. This is the one place where a trial's failure is caught: it is
 * a result like any other, and the sweep goes on.
 */
public final class TrialTask {

    private static final int LONGEST_MESSAGE = 500;

    private TrialTask() {}

    /** The rows of {@code trial}: one a stage that ended, and one for the stage that it died in. */
    public static TrialRows run(Trial trial, TrialMethod method, Provenance provenance) {
        RowRecorder recorder = new RowRecorder(trial, provenance);
        try {
            method.run(trial, recorder);
        } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError | AssertionError e) {
            recorder.died(Status.FAILED, describe(e));
        }
        return recorder.rows();
    }

    /** The row of a trial that left nothing behind because it ended its JVM. */
    public static TrialRows killed(Trial trial, Provenance provenance, String message) {
        RowRecorder recorder = new RowRecorder(trial, provenance);
        recorder.died(Status.KILLED, message);
        return recorder.rows();
    }

    /** Class and first line: enough to tell failures apart, short enough for a table. */
    static String describe(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getName();
        if (message == null || message.isBlank()) {
            return name;
        }
        List<String> lines = message.strip().lines().toList();
        String text = name + ": " + lines.get(0);
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
    }
}
