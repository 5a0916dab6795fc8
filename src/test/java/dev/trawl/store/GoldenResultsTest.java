package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.job.CheapTrials;
import dev.trawl.spark.SessionOn;
import dev.trawl.sql.ViewScript;
import dev.trawl.sql.Views;
import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * Results of older formats stay readable. {@code golden/format-1} was written by version 0.1.0 (seeds 1 to 4 of
 * {@link CheapTrials}, of which every third fails), and is never written again.
 */
class GoldenResultsTest {

    private static final Path FORMAT_1 = Path.of("src/test/resources/golden/format-1");

    @Test
    void resultsOfFormat1AreSound() {
        StoreScan scan =
                ResultStore.at(FORMAT_1.toString(), new Configuration()).scan();

        assertThat(scan.damages()).isEmpty();
        assertThat(scan.trials()).isEqualTo(4);
        assertThat(scan.failures().total()).isEqualTo(1);
        assertThat(StoredRows.all(FORMAT_1, RowFormat.CURVES)).hasSize(14);
    }

    @Test
    void rowsOfFormat1HaveTheirValues() throws IOException {
        List<String> rows = StoredRows.all(FORMAT_1, RowFormat.TRIALS).stream()
                .map(GoldenResultsTest::text)
                .toList();

        assertThat(rows).isEqualTo(Files.readAllLines(FORMAT_1.resolve("expected.csv")));
    }

    /** Columns that came later are null, or what was so by then. */
    @Test
    void rowsOfFormat1AnswerInSql() throws SQLException, IOException {
        String settings = "SELECT count(*), max(setting.l2_input) = max(l2) FROM settled WHERE l2_input IS NULL";
        try (SparkSession spark = SessionOn.master("local[1]")) {
            Views.register(spark, FORMAT_1.toString());
            assertThat(spark.sql(settings).first()).isEqualTo(RowFactory.create(7L, true));
            for (String statement : script(ViewScript.Dialect.SPARK).split(";\n")) {
                spark.sql(statement);
            }
            assertThat(spark.sql(settings).first()).isEqualTo(RowFactory.create(7L, true));
        }
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute(script(ViewScript.Dialect.DUCKDB));
            ResultSet answer = statement.executeQuery(settings);
            assertThat(answer.next()).isTrue();
            assertThat(answer.getLong(1)).isEqualTo(7);
            assertThat(answer.getBoolean(2)).isTrue();
        }
    }

    private static String script(ViewScript.Dialect dialect) {
        return ViewScript.of(FORMAT_1.toString(), new Configuration(), dialect);
    }

    static String text(Object[] row) {
        return Stream.of("trial_id", "stage", "status", "seed", "hidden", "lr", "test_auc", "jdk", "finished_at")
                .map(column -> String.valueOf(row[TrialColumns.index(column)]))
                .collect(Collectors.joining(","));
    }
}
