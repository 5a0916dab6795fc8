package dev.trawl.cli;

import dev.trawl.spark.SqlQuery;
import dev.trawl.spark.Table;
import dev.trawl.spark.Views;
import dev.trawl.sweep.Step;
import dev.trawl.sweep.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Asks what a step chooses. */
final class Choice {

    private Choice() {}

    /**
     * The answer to the query of the next step of {@code sweep}, each row from column to value. The query sees the trials
     * of the steps before it, also where later ones have rows from an earlier run.
     */
    static List<Map<String, Object>> rows(SparkSession spark, String directory, Sweep sweep) {
        Step step = sweep.next().orElseThrow();
        Views.register(spark, directory);
        String later =
                sweep.later().stream().map(Step::name).map(Choice::quoted).collect(Collectors.joining(", "));
        spark.table("trials").where("step NOT IN (" + later + ")").createOrReplaceTempView("trials");
        Table answer;
        try {
            answer = SqlQuery.ask(spark, step.choose());
        } catch (SqlQuery.Refused e) {
            throw Fault.usage("step " + step.name() + ": choose: " + e.getMessage());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : answer.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int column = 0; column < row.length(); column++) {
                Object value = row.get(column);
                if (value != null) {
                    values.put(answer.schema().fieldNames()[column], value);
                }
            }
            rows.add(values);
        }
        return rows;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
