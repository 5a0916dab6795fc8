package dev.trawl.report;

import dev.trawl.sql.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a page draws of a figure's rows. A search over hundreds of settings would fill it with charts, and charts with
 * curves that nobody can tell apart: the first of each are drawn.
 *
 * @param panels the rows drawn, a chart each
 * @param notes what was left out, a sentence each; none where nothing was
 */
record Charts(Map<String, List<Row>> panels, List<String> notes) {

    static Charts of(Table data) {
        var panels = new LinkedHashMap<String, List<Row>>();
        var sieve = new ChartSieve();
        for (Row row : data.rows()) {
            if (sieve.draws(row)) {
                panels.computeIfAbsent(Question.text(row, "panel"), key -> new ArrayList<>())
                        .add(row);
            }
        }
        return new Charts(panels, sieve.notes());
    }

    /**
     * The first {@code most} rows of a figure's answer; where it has more, of those that are drawn. Their number is the
     * table's count, so that the others use up none of it.
     */
    static Table rows(Dataset<Row> answer, String name, int most) {
        List<Row> first = answer.takeAsList(most + 1);
        return first.size() <= most ? new Table(name, answer.schema(), first) : sifted(answer, name, most);
    }

    private static Table sifted(Dataset<Row> answer, String name, int most) {
        var sieve = new ChartSieve();
        var kept = new ArrayList<Row>();
        long count = 0;
        Iterator<Row> rows = answer.toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            int cuts = sieve.cuts();
            boolean drawn = sieve.draws(row);
            // The first row of a chart or curve too many stays, to tell that there are more.
            boolean tells = sieve.cuts() > cuts && count < most;
            if (drawn || tells) {
                count++;
                if (count <= most) {
                    kept.add(row);
                }
            }
        }
        return new Table(name, answer.schema(), kept, count);
    }

    /** Whether the page shows the first of many only. */
    boolean areCut() {
        return !notes.isEmpty();
    }
}
