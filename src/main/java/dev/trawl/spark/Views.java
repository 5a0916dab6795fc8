package dev.trawl.spark;

import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Everything that SQL can ask of a result directory, as temporary views of the session. */
public final class Views {

    /** Made of {@code trials} by the files of sql/views, each using those before it. */
    private static final List<String> DERIVED = List.of("settled", "cells", "runs");

    private Views() {}

    /**
     * Registers {@code trials}, {@code curves} where there are any, {@code cells}, {@code runs}, the tables that were
     * made, and {@code columns}: the document of them all.
     */
    public static void register(SparkSession spark, String dir) {
        OrderedSums.register(spark);
        trials(spark, dir).createOrReplaceTempView("trials");
        for (String name : DERIVED) {
            spark.sql(Sql.read("views/" + name)).createOrReplaceTempView(name);
        }
        spark.catalog().dropTempView("curves");
        if (exists(spark, new Path(dir, "curves"), "segment-*.parquet")) {
            segments(spark, new Path(dir, "curves")).createOrReplaceTempView("curves");
        }
        TableColumns.document(spark).createOrReplaceTempView("columns");
        for (String name : Tables.NAMES) {
            spark.catalog().dropTempView(name);
            if (exists(spark, new Path(dir, "tables"), name + ".parquet")) {
                spark.read().parquet(dir + "/tables/" + name + ".parquet").createOrReplaceTempView(name);
            }
        }
    }

    /**
     * Puts what {@code cells} and {@code runs} hold now in the place of their queries. Planning those anew for each table
     * takes longer than answering it.
     *
     * @return what to let go of afterwards
     */
    static JavaRDD<Row> hold(SparkSession spark) {
        var cells = spark.table("cells");
        spark.createDataFrame(cells.collectAsList(), cells.schema()).createOrReplaceTempView("cells");
        var runs = spark.sql(Sql.read("views/runs"));
        var held = runs.toJavaRDD().persist(StorageLevel.MEMORY_AND_DISK_SER());
        spark.createDataFrame(held, runs.schema()).createOrReplaceTempView("runs");
        return held;
    }

    private static Dataset<Row> trials(SparkSession spark, String dir) {
        var schema = TrialSchema.of(TrialColumns.ALL);
        var trials = new Path(dir, "trials");
        if (!exists(spark, trials, "segment-*.parquet")) {
            return spark.createDataFrame(List.of(), schema);
        }
        return spark.read()
                .schema(schema)
                .option("pathGlobFilter", "segment-*.parquet")
                .parquet(trials.toString());
    }

    private static Dataset<Row> segments(SparkSession spark, Path folder) {
        return spark.read().option("pathGlobFilter", "segment-*.parquet").parquet(folder.toString());
    }

    private static boolean exists(SparkSession spark, Path folder, String pattern) {
        try {
            var files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
            var found = files.globStatus(new Path(folder, pattern));
            return found != null && found.length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
