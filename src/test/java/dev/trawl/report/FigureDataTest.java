package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.spark.MadeTrials;
import dev.trawl.spark.ResultStore;
import dev.trawl.spark.TableSession;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What figures draw and what they leave out; each test has a data set of its own. */
class FigureDataTest {

    private static SparkSession spark;

    @BeforeAll
    static void results(@TempDir Path dir) {
        var trials = new MadeTrials();
        trials.row("k", 4, "p", 40, "n", 3000, "test_auc", 0.625).row("k", 4, "p", 40, "n", 10_000, "test_auc", 0.875);
        trials.row("data", "folds", "fold", 1, "test_auc", 1.0, "test_accuracy", 1.0);
        trials.write(TableSession.open(), dir);
        var store = ResultStore.at(
                dir.toString(), TableSession.open().sparkContext().hadoopConfiguration());
        spark = Report.session(TableSession.open(), store);
        Report.registerViews(spark);
    }

    @Test
    void thePapersCellsAreThoseOfItsTrainingRows() {
        assertThat(ask("compared_xor")).extracting(row -> row.getAs("ours")).containsExactly(0.625);
    }

    @Test
    void theBestOfTheHeadIsOfTestRowsNotOfAFold() {
        Row summary = ask("summary").get(0);

        assertThat(summary.<Double>getAs("best_test_accuracy")).isEqualTo(0.5);
        assertThat(summary.<Double>getAs("best_test_auc")).isLessThan(1);
    }

    private static List<Row> ask(String query) {
        return Question.ask(spark, query, 10_000).rows();
    }
}
