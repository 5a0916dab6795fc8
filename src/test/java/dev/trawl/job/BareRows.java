package dev.trawl.job;

import dev.trawl.trial.Status;
import dev.trawl.trial.TrialColumns;
import java.util.Map;

/** Rows of trials that hold what a test sets and nothing else. */
final class BareRows {

    private BareRows() {}

    static Object[] row(int trial, Status status, Map<String, Object> values) {
        Object[] row = new Object[TrialColumns.ALL.size()];
        row[TrialColumns.index("trial_id")] = "trial " + trial;
        row[TrialColumns.index("status")] = status.key();
        values.forEach((column, value) -> row[TrialColumns.index(column)] = value);
        return row;
    }
}
