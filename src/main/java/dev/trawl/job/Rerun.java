package dev.trawl.job;

import dev.trawl.store.StoredTrial;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialColumns;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One stored trial, run again on the spot.
 *
 * @param now its rows of this run, in the order of {@link TrialColumns#ALL}
 * @param differences empty where both are the same to the bit
 */
public record Rerun(List<Object[]> now, List<Difference> differences) {

    /** A value that came out otherwise. */
    public record Difference(String stage, String column, String before, String now) {}

    /** What made a row, and how long it took: these may differ. */
    private static final Set<String> CIRCUMSTANCES =
            Set.of("sweep", "seconds", "kernel", "version", "jdk", "host", "attempt", "finished_at");

    /** Runs {@code trial} and compares its rows with those that are stored. */
    public static Rerun run(Trial trial, StoredTrial stored, TrialMethod method, Provenance here) {
        List<Object[]> before = stored.rows();
        List<Object[]> now = TrialTask.run(trial, method, here).rows();
        List<Difference> differences = new ArrayList<>();
        if (before.size() != now.size()) {
            differences.add(new Difference("", "rows", String.valueOf(before.size()), String.valueOf(now.size())));
        }
        Set<String> compared = new HashSet<>(stored.columns());
        compared.removeAll(CIRCUMSTANCES);
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            compare(before.get(i), now.get(i), compared, differences);
        }
        return new Rerun(now, differences);
    }

    private static void compare(Object[] before, Object[] now, Set<String> columns, List<Difference> differences) {
        for (int i = 0; i < now.length; i++) {
            String column = TrialColumns.ALL.get(i).name();
            // Boxed doubles are equal when their bits are.
            if (columns.contains(column) && !Objects.equals(before[i], now[i])) {
                String stage = String.valueOf(now[TrialColumns.index("stage")]);
                differences.add(new Difference(stage, column, String.valueOf(before[i]), String.valueOf(now[i])));
            }
        }
    }
}
