package dev.trawl.cli;

import dev.trawl.sql.Table;
import dev.trawl.sql.TextTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataTypes;

/**
 * A table made narrow for a console: words and counts that all rows have in common go into the heading, and a column
 * that repeats an earlier one is left out, as are empty ones, and accuracies where there is an AUC. What was measured
 * stays, though it came out alike. The first rows of a longer table stay as they are: what they have in common the
 * others may not.
 *
 * @param heading {@code sorted_minima  data=xor k=3 n=500}
 */
record TableDigest(String heading, Table table) {

    static TableDigest of(Table table) {
        if (table.count() > table.rows().size()) {
            return new TableDigest(table.name(), table);
        }
        Set<Integer> common = new TreeSet<>();
        List<Integer> kept = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        boolean hasAuc = List.of(table.schema().fieldNames()).stream()
                .anyMatch(name -> name.startsWith("test_auc")
                        && column(table, table.schema().fieldIndex(name)).stream()
                                .anyMatch(value -> !value.isEmpty()));
        for (int column = 0; column < table.schema().size(); column++) {
            if (hasAuc && table.schema().fieldNames()[column].contains("_accuracy")) {
                continue;
            }
            List<String> values = column(table, column);
            boolean alike = values.stream().distinct().count() == 1 && values.size() > 1;
            if (alike && (values.get(0).isEmpty() || !isMeasure(table, column))) {
                common.add(column);
            } else if (alike || seen.add(values)) {
                kept.add(column);
            }
        }
        String heading = common.stream()
                .filter(column -> !column(table, column).get(0).isEmpty())
                .map(column -> table.schema().fieldNames()[column] + "="
                        + TextTable.column(table.schema(), table.rows().subList(0, 1), column)
                                .get(0))
                .collect(Collectors.joining(" "));
        return new TableDigest((table.name() + "  " + heading).strip(), table.only(kept));
    }

    private static boolean isMeasure(Table table, int column) {
        return table.schema().apply(column).dataType().equals(DataTypes.DoubleType);
    }

    /** As text; empty for null. */
    private static List<String> column(Table table, int column) {
        return table.rows().stream()
                .map(row -> Objects.toString(row.get(column), ""))
                .toList();
    }
}
