package dev.trawl.spark;

import dev.trawl.sweep.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a step of a sweep chooses among the results of the steps before it. */
public final class Choices {

    private Choices() {}

    /**
     * The answer to the step's query over the results in {@code dir}: rows from column to value, without the columns that
     * are null. Exact sums ({@code exact_mean}) give the same choice however often it is asked.
     *
     * @throws SqlQuery.Refused when Spark cannot answer it
     */
    public static List<Map<String, Object>> of(SparkSession spark, String dir, Step step) {
        Views.register(spark, dir);
        Table answer = SqlQuery.ask(spark, step.choose());
        List<Map<String, Object>> chosen = new ArrayList<>();
        for (Row row : answer.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int column = 0; column < row.size(); column++) {
                if (!row.isNullAt(column)) {
                    values.put(answer.schema().fieldNames()[column], row.get(column));
                }
            }
            chosen.add(values);
        }
        return chosen;
    }
}
