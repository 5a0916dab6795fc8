package dev.trawl.sql;

import dev.trawl.store.RowFormat;
import dev.trawl.trial.Column;
import dev.trawl.trial.CurveColumns;
import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Rows of {@code trials} written by hand: a row is the usual values, and those that a test sets. */
public final class MadeTrials {

    private final List<Row> rows = new ArrayList<>();
    private final List<Row> points = new ArrayList<>();

    /** Adds a row; {@code values} are column names and values in turn. */
    public MadeTrials row(Object... values) {
        var row = usual();
        for (int i = 0; i < values.length; i += 2) {
            if (!row.containsKey((String) values[i])) {
                throw new IllegalArgumentException("trials has no column " + values[i]);
            }
            row.put((String) values[i], values[i + 1]);
        }
        if (row.get("trial_id") == null) {
            row.put("trial_id", String.format("%032x", rows.size()));
        }
        if (!"ok".equals(row.get("status"))) {
            for (String measured : List.of("train_loss", "train_auc", "test_auc", "train_accuracy", "test_accuracy")) {
                row.put(measured, null);
            }
        }
        rows.add(RowFactory.create(row.values().toArray()));
        return this;
    }

    /** Adds a point of a training curve, its values in the order of {@link CurveColumns}. */
    public MadeTrials point(Object... values) {
        points.add(RowFactory.create(values));
        return this;
    }

    /** Writes all rows as one segment of {@code dir}, and the points likewise. */
    public void write(SparkSession spark, Path dir) {
        write(spark, dir, RowFormat.TRIALS, rows);
        if (!points.isEmpty()) {
            write(spark, dir, RowFormat.CURVES, points);
        }
    }

    private static void write(SparkSession spark, Path dir, RowFormat format, List<Row> rows) {
        Path folder = dir.resolve(format.folder());
        spark.createDataFrame(rows, SparkTypes.of(format))
                .coalesce(1)
                .write()
                .parquet(folder.resolve(".parts").toString());
        try (var files = Files.list(folder.resolve(".parts"))) {
            Path part = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.move(part, folder.resolve("segment-000001.parquet"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> usual() {
        var row = new LinkedHashMap<String, Object>();
        for (Column<?> column : TrialColumns.ALL) {
            row.put(
                    column.name(),
                    switch (column.type()) {
                        case TEXT -> "";
                        case INT -> 0;
                        case LONG -> 1L;
                        case DOUBLE -> 0.5;
                        case TIMESTAMP -> java.sql.Timestamp.from(Instant.parse("2026-01-02T03:04:05Z"));
                    });
        }
        row.put("trial_id", null);
        row.put("stage", "dense");
        row.put("sweep", "made");
        row.put("data", "xor");
        row.put("k", 3);
        row.put("p", 5);
        row.put("n", 100);
        row.put("test", 50);
        row.put("hidden", "8");
        row.put("h", 8);
        row.put("status", "ok");
        row.put("message", null);
        return row;
    }
}
