package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.job.CheapTrials;
import dev.trawl.spark.SessionOn;
import dev.trawl.store.ResultStore;
import dev.trawl.trial.Column;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.TrialColumns;
import dev.trawl.trial.TrialTask;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Result files mean the same to Spark and to DuckDB: every value of every row, and every type. */
class TwoReadersTest {

    /** As text, which both engines write alike: numbers exactly, times in microseconds of UTC. */
    private static final String COLUMNS = TrialColumns.ALL.stream()
            .map(column -> column.type() == Column.Type.TIMESTAMP
                    ? "cast(%s(%s) as bigint)".formatted("unix_micros", column.name())
                    : column.name())
            .collect(Collectors.joining(", "));

    @TempDir
    Path directory;

    @Test
    void sparkAndDuckDbReadTheSameValues() throws SQLException {
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        Provenance here = new Provenance("test", "", "cheap", "0", "17", "here", 0);
        for (int number = 0; number < 2; number++) {
            List<Object[]> rows = new ArrayList<>();
            for (long seed = 10L * number + 1; seed <= 10L * number + 10; seed++) {
                rows.addAll(TrialTask.run(CheapTrials.trial(seed), new CheapTrials(4, 0), here)
                        .rows());
            }
            store.commit(number, rows, List.of(), "hash", () -> {});
        }

        assertThat(spark()).hasSize(35).isEqualTo(duckDb());
    }

    private List<List<Object>> spark() {
        SparkSession session = SessionOn.master("local[1]");
        try {
            return session
                    .read()
                    .parquet(directory.resolve("trials").toString())
                    .orderBy("trial_id", "stage")
                    .selectExpr(COLUMNS.split(", "))
                    .collectAsList()
                    .stream()
                    .map(TwoReadersTest::values)
                    .toList();
        } finally {
            session.stop();
        }
    }

    private List<List<Object>> duckDb() throws SQLException {
        String columns = COLUMNS.replace("unix_micros", "epoch_us");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT %s FROM '%s/trials/*.parquet' ORDER BY trial_id, stage"
                                .formatted(columns, directory))) {
            List<List<Object>> all = new ArrayList<>();
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= TrialColumns.ALL.size(); i++) {
                    values.add(rows.getObject(i));
                }
                all.add(values);
            }
            return all;
        }
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            values.add(row.get(i));
        }
        return values;
    }
}
