package dev.trawl.job;

import dev.trawl.trial.Status;
import dev.trawl.trial.TrialColumns;
import java.util.List;
import java.util.Optional;

/**
 * Watches the first trials of a run: when all of them fail alike, the fault is the sweep's or the machine's, and the
 * rest would fail too. Alike means the same text but for its numbers. A divergence is a finding, and does not count.
 */
final class FirstFailures {

    static final int COUNT = 20;

    private static final int ID = TrialColumns.index("trial_id");
    private static final int STATUS = TrialColumns.index("status");
    private static final int MESSAGE = TrialColumns.index("message");

    private int seen;
    private String message = "";
    private boolean differs;

    /** The common message, once there is one. */
    Optional<String> add(List<Object[]> rows) {
        for (int i = 0; i < rows.size() && !differs && seen < COUNT; i++) {
            boolean last = i + 1 == rows.size() || !rows.get(i + 1)[ID].equals(rows.get(i)[ID]);
            if (last) {
                addTrial(rows.get(i));
            }
        }
        return seen >= COUNT && !differs ? Optional.of(message) : Optional.empty();
    }

    /** @param row the last one of a trial: a failure ends it */
    private void addTrial(Object[] row) {
        seen++;
        String text = String.valueOf(row[MESSAGE]);
        boolean failed =
                Status.FAILED.key().equals(row[STATUS]) || Status.KILLED.key().equals(row[STATUS]);
        if (!failed || seen > 1 && !alike(text, message)) {
            differs = true;
        }
        message = text;
    }

    private static boolean alike(String one, String other) {
        return one.replaceAll("\\d+", "#").equals(other.replaceAll("\\d+", "#"));
    }
}
