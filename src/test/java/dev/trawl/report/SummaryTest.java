package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {

    private static final Instant FIRST = Instant.parse("2026-01-02T03:04:59Z");

    private final Map<String, Object> row = new LinkedHashMap<>(Map.of(
            "trials",
            1200L,
            "stages",
            2400L,
            "failed",
            3L,
            "failed_trials",
            2L,
            "hosts",
            1L,
            "kernels",
            "vector",
            "versions",
            "1",
            "jdks",
            "17",
            "core_hours",
            1.5,
            "flops",
            2e12));

    SummaryTest() {
        row.put("first_row", Timestamp.from(FIRST));
        row.put("last_row", Timestamp.from(FIRST));
        row.put("best_test_auc", null);
        row.put("best_test_accuracy", 0.75);
    }

    @Test
    void whatIsMissingIsThePlanLessWhatRan() throws SweepFileException {
        assertThat(html(sweep(3000)))
                .contains("1,800 of 3,000 planned trials are missing", fact("trials", "1,200 of 3,000"));
        assertThat(html(sweep(1200))).doesNotContain("missing").contains(fact("trials", "1,200"));
        assertThat(html(Optional.empty())).doesNotContain("missing").contains(fact("trials", "1,200"));
    }

    @Test
    void trialsThatFailedAreCountedAboveAndTheirRowsBelow() {
        assertThat(html(Optional.empty())).contains(">2 trials did not end well", fact("failed or diverged rows", "3"));

        row.put("failed_trials", 1L);
        assertThat(html(Optional.empty())).contains(">1 trial did not end well");

        row.put("failed_trials", 0L);
        assertThat(html(Optional.empty())).doesNotContain("did not end well");
    }

    @Test
    void accuracyIsToldWhereThereIsNoAuc() {
        assertThat(html(Optional.empty())).contains(fact("best test accuracy", "0.7500"));

        row.put("best_test_auc", 0.9);
        assertThat(html(Optional.empty()))
                .contains(fact("best test AUC", "0.9000"))
                .doesNotContain("accuracy");
    }

    @ParameterizedTest
    @CsvSource({"99, 99 s", "120, 2 min", "5940, 99 min", "7200, 2.0 h"})
    void timesAreToldByTheMinuteAndTheSpanBetweenThem(long seconds, String span) {
        row.put("last_row", Timestamp.from(FIRST.plusSeconds(seconds)));

        assertThat(html(Optional.empty()))
                .contains(fact("first result (UTC)", "2026-01-02 03:04"), fact("between them", span));
    }

    private String html(Optional<Sweep> sweep) {
        var schema = new StructType();
        for (var entry : row.entrySet()) {
            schema = schema.add(entry.getKey(), DataTypes.NullType);
        }
        return new Summary(
                        sweep, List.of(), new GenericRowWithSchema(row.values().toArray(), schema))
                .html();
    }

    private static Optional<Sweep> sweep(int trials) throws SweepFileException {
        return Optional.of(SweepFile.read("""
                {"name": "planned", "grids": [{"data": "xor", "k": 2, "p": 2, "n": 60, "hidden": 6, "epochs": {"dense": 5},
                 "seed": "1..%d"}]}""".formatted(trials)));
    }

    private static String fact(String name, String value) {
        return "<dt>" + name + "</dt><dd>" + value + "</dd>";
    }
}
