package dev.trawl.report;

import dev.trawl.sql.MadeTrials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Made results of XOR, to which alone the claims are put. A problem is a case of a test, and has a k of its own. */
final class MadeProblems {

    private static final int FIRST_K = 100;

    private final List<String> problems = new ArrayList<>();
    private final MadeTrials trials = new MadeTrials();

    /** Adds a row; {@code values} are column names and values in turn. */
    MadeProblems row(String problem, Object... values) {
        trials.row(
                Stream.concat(Stream.of("k", k(problem)), Arrays.stream(values)).toArray());
        return this;
    }

    /** The rows, to which a test may add what is no problem's. */
    MadeTrials trials() {
        return trials;
    }

    int k(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
        return FIRST_K + problems.indexOf(problem);
    }

    SparkSession session(Path dir) {
        return MadeResults.session(trials, dir);
    }

    /** What became of a figure's claim, a row for each network or number of training rows that it is asked of. */
    List<Row> claims(SparkSession spark, String figure, int place, String problem) {
        return spark.sql("SELECT * FROM (" + Question.sql("figures/" + figure + ".claims") + ") WHERE place = " + place
                        + " AND problem LIKE '" + k(problem) + "-D XOR, %'")
                .collectAsList();
    }
}
