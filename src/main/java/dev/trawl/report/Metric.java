package dev.trawl.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * What a score is: AUC, or accuracy where there are more than two classes, as the column {@code metric} says. Where a
 * figure's Vega-Lite file names its score it has a hole, {@code {{metric}}}, or {@code {{metric_at_start}}} of a
 * sentence.
 */
final class Metric {

    static final String COLUMN = "metric";

    private static final String EITHER = "AUC or accuracy";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Metric() {}

    /** The scores of these rows in words; {@code AUC or accuracy} where there are both, or no row that tells. */
    static String of(List<Row> rows) {
        if (rows.isEmpty() || !Arrays.asList(rows.get(0).schema().fieldNames()).contains(COLUMN)) {
            return EITHER;
        }
        String words = rows.stream()
                .map(row -> Question.text(row, COLUMN))
                .filter(metric -> !metric.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
        return words.isEmpty() ? EITHER : words;
    }

    /** The Vega-Lite file with its holes filled. */
    static ObjectNode fill(ObjectNode spec, String metric) {
        String first = metric.substring(0, 1).toUpperCase(Locale.ROOT) + metric.substring(1);
        try {
            return (ObjectNode)
                    MAPPER.readTree(Html.fill(spec.toString(), Map.of("metric", metric, "metric_at_start", first)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON any more with " + metric, e);
        }
    }
}
