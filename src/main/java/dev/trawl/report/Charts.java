package dev.trawl.report;

import dev.trawl.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * What a page draws of a figure's rows. A search over hundreds of settings would fill it with charts, and charts with curves
 * that nobody can tell apart: the first of each are drawn.
 *
 * @param panels the rows drawn, a chart each
 * @param notes what was left out, a sentence each; none where nothing was
 */
record Charts(Map<String, List<Row>> panels, List<String> notes) {

    private static final int MOST_PANELS = 12;
    private static final int MOST_SERIES = 24;

    static Charts of(Table data) {
        var panels = new LinkedHashMap<String, List<Row>>();
        var series = new HashMap<String, Set<String>>();
        boolean panelsToSpare = false;
        boolean seriesToSpare = false;
        for (Row row : data.rows()) {
            String panel = Question.text(row, "panel");
            if (!panels.containsKey(panel) && panels.size() == MOST_PANELS) {
                panelsToSpare = true;
                continue;
            }
            var drawn = series.computeIfAbsent(panel, key -> new HashSet<>());
            String curve = Question.text(row, "series");
            if (!drawn.contains(curve) && drawn.size() == MOST_SERIES) {
                seriesToSpare = true;
                continue;
            }
            drawn.add(curve);
            panels.computeIfAbsent(panel, key -> new ArrayList<>()).add(row);
        }
        var notes = new ArrayList<String>();
        if (panelsToSpare) {
            notes.add("Only the first " + MOST_PANELS + " charts are drawn.");
        }
        if (seriesToSpare) {
            notes.add("Only the first " + MOST_SERIES + " curves of a chart are drawn.");
        }
        return new Charts(panels, notes);
    }

    /** Whether the page shows the first of many only. */
    boolean areCut() {
        return !notes.isEmpty();
    }
}
