package dev.trawl.spark;

import dev.trawl.trial.Provenance;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialRows;
import dev.trawl.trial.TrialTask;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@link CheapTrials}, put into a store without Spark. */
final class CheapRows {

    static final Provenance HERE =
            new Provenance("test", "", "cheap", "0", Runtime.version().toString(), "here", 0);

    private CheapRows() {}

    /** Commits the trials of {@code seeds} with two points of a curve a stage, and returns their rows. */
    static List<Object[]> commit(ResultStore store, long number, long... seeds) {
        return commit(store, new CheapTrials(0, 2), number, seeds);
    }

    static List<Object[]> commit(ResultStore store, TrialMethod method, long number, long... seeds) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> curve = new ArrayList<>();
        for (long seed : seeds) {
            TrialRows ended = TrialTask.run(CheapTrials.trial(seed), method, HERE);
            rows.addAll(ended.rows());
            curve.addAll(ended.curve());
        }
        store.commit(number, rows, curve, "hash", () -> {});
        return rows;
    }
}
