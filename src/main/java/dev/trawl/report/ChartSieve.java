package dev.trawl.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Says of one row after the other whether it is drawn: those of the first charts are, and of these of the first curves.
 */
final class ChartSieve {

    private static final int MOST_PANELS = 12;
    private static final int MOST_SERIES = 24;

    private final Map<String, Set<String>> series = new HashMap<>();
    private boolean panelsToSpare;
    private boolean seriesToSpare;

    boolean draws(Row row) {
        String panel = Question.text(row, "panel");
        if (!series.containsKey(panel) && series.size() == MOST_PANELS) {
            panelsToSpare = true;
            return false;
        }
        var drawn = series.computeIfAbsent(panel, key -> new HashSet<>());
        String curve = Question.text(row, "series");
        if (!drawn.contains(curve) && drawn.size() == MOST_SERIES) {
            seriesToSpare = true;
            return false;
        }
        drawn.add(curve);
        return true;
    }

    /** How many kinds of things were left out so far. */
    int cuts() {
        return (panelsToSpare ? 1 : 0) + (seriesToSpare ? 1 : 0);
    }

    /** What was left out so far, a sentence each. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (panelsToSpare) {
            notes.add("Only the first " + MOST_PANELS + " charts are drawn.");
        }
        if (seriesToSpare) {
            notes.add("Only the first " + MOST_SERIES + " curves of a chart are drawn.");
        }
        return notes;
    }
}
