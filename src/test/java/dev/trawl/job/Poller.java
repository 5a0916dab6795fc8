package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.spark.SessionOn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads trials every 50 ms with DuckDB, and as often as it can with Spark, while others write them. */
final class Poller implements AutoCloseable {

    private static final String QUERY =
            "SELECT count(*), count(DISTINCT trial_id || stage), count(DISTINCT trial_id) FROM ";

    private final Path trials;
    private final SparkSession session;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final List<String> wrong = new ArrayList<>();
    private long polls;

    Poller(Path directory) {
        trials = directory.resolve("trials");
        session = SessionOn.master("local[1]");
        threads.scheduleWithFixedDelay(this::duckDb, 50, 50, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(this::spark, 50, 50, TimeUnit.MILLISECONDS);
    }

    /** Each trial has two rows. */
    synchronized void requireNothingSeenButWholeTrials() {
        assertThat(wrong).isEmpty();
        assertThat(polls).isPositive();
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        session.stop();
    }

    private void duckDb() {
        if (isEmpty()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet counts = connection.createStatement().executeQuery(QUERY + "'" + trials + "/*.parquet'")) {
            counts.next();
            saw("DuckDB", counts.getLong(1), counts.getLong(2), counts.getLong(3));
        } catch (SQLException e) {
            saw("DuckDB: " + e.getMessage());
        }
    }

    private void spark() {
        if (isEmpty()) {
            return;
        }
        try {
            Row counts = session.sql(QUERY + "parquet.`" + trials + "`").first();
            saw("Spark", counts.getLong(0), counts.getLong(1), counts.getLong(2));
        } catch (RuntimeException e) {
            saw("Spark: " + e);
        }
    }

    private boolean isEmpty() {
        if (!Files.isDirectory(trials)) {
            return true;
        }
        try (Stream<Path> files = Files.list(trials)) {
            return files.noneMatch(file -> file.toString().endsWith(".parquet"));
        } catch (java.io.IOException e) {
            saw("list: " + e);
            return true;
        }
    }

    private synchronized void saw(String reader, long rows, long keys, long ids) {
        polls++;
        if (rows != keys || rows != 2 * ids) {
            wrong.add(reader + " saw " + rows + " rows of " + keys + " keys and " + ids + " trials");
        }
    }

    private synchronized void saw(String failure) {
        wrong.add(failure);
    }
}
