package dev.trawl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
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
        assertThat(scan.failed()).isEqualTo(1);
        assertThat(StoredRows.all(FORMAT_1, RowFormat.CURVES)).hasSize(14);
    }

    @Test
    void rowsOfFormat1HaveTheirValues() throws IOException {
        List<String> rows = StoredRows.all(FORMAT_1, RowFormat.TRIALS).stream()
                .map(GoldenResultsTest::text)
                .toList();

        assertThat(rows).isEqualTo(Files.readAllLines(FORMAT_1.resolve("expected.csv")));
    }

    static String text(Object[] row) {
        return Stream.of("trial_id", "stage", "status", "seed", "hidden", "lr", "test_auc", "jdk", "finished_at")
                .map(column -> String.valueOf(row[TrialColumns.index(column)]))
                .collect(Collectors.joining(","));
    }
}
