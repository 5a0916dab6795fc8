package dev.trawl.sql;

import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Step;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a step of a sweep chooses among the results of the steps before it. */
public final class Choices {

    private Choices() {}

    /**
     * Checks the queries of all steps of {@code sweep} that are to come, before any trial has run for them.
     *
     * @throws SqlQuery.Refused when Spark will not be able to answer one
     * @throws SweepFileException when its answer has a column that is no setting
     */
    public static void check(SparkSession spark, Sweep sweep) throws SweepFileException {
        Views.registerNone(spark);
        for (Step step : sweep.later()) {
            step.requireSettings(ask(step, () -> SqlQuery.columns(spark, step.choose())));
        }
    }

    /**
     * The answer to the query of the next step of {@code sweep} over the results in {@code dir}: rows from column to
     * value, without the columns that are null. The query sees the trials of the steps before it and their curves, also
     * where there are rows of later ones from an earlier run, or of a larger study; and no tables, which are of all
     * rows. Exact sums ({@code exact_mean}) give the same choice however often it is asked.
     *
     * @throws SqlQuery.Refused when Spark cannot answer it
     */
    public static List<Map<String, Object>> of(SparkSession spark, String dir, Sweep sweep) {
        String later =
                sweep.later().stream().map(Step::name).map(Choices::quoted).collect(Collectors.joining(", "));
        Views.registerTrials(spark, dir, trials -> only(spark, sweep, trials.where("step NOT IN (" + later + ")")));
        Step next = sweep.next().orElseThrow();
        Table answer = ask(next, () -> SqlQuery.ask(spark, next.choose()));
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

    /** Of a study that was to grow, and was refused for what it chose, there are trials that this one has not. */
    private static Dataset<Row> only(SparkSession spark, Sweep sweep, Dataset<Row> trials) {
        if (trials.select("trial_id").distinct().count() <= sweep.trials()) {
            return trials;
        }
        Plan plan = Plan.of(sweep);
        List<String> ids = LongStream.range(0, plan.size())
                .mapToObj(index -> plan.trial(index).id())
                .toList();
        var known = spark.createDataset(ids, Encoders.STRING()).toDF("trial_id");
        return trials.join(known, new String[] {"trial_id"}, "left_semi");
    }

    private static <T> T ask(Step step, Supplier<T> question) {
        try {
            return question.get();
        } catch (SqlQuery.Refused e) {
            throw new SqlQuery.Refused(step.place() + ": " + e.getMessage(), e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
