package dev.trawl.sql;

import dev.trawl.store.Damage;
import dev.trawl.store.DamagedResults;
import dev.trawl.store.ResultFolder;
import dev.trawl.store.ResultStore;
import dev.trawl.store.RowFormat;
import dev.trawl.store.Segments;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Everything that SQL can ask of a result directory, as temporary views of the session. */
public final class Views {

    /** Made of {@code trials} by the files of sql/views, each using those before it. */
    static final List<String> DERIVED = List.of("settled", "cells", "runs");

    private Views() {}

    /**
     * Registers {@code trials}, {@code curves}, {@code settled}, {@code cells}, {@code runs}, the tables that were
     * made, and {@code columns}: the document of them all. Refuses a table's file that is damaged. Sets besides whether
     * {@code spark} compiles its queries.
     */
    public static void register(SparkSession spark, String dir) {
        registerRows(spark, dir);
        var folder = ResultFolder.of(dir, spark.sparkContext().hadoopConfiguration());
        for (String name : Tables.NAMES) {
            String file = TableFiles.file(name, "parquet");
            if (folder.exists(file)) {
                table(spark, folder, file).createOrReplaceTempView(name);
            }
        }
    }

    /** The same but for the tables, which it takes away: they are about to be made anew. */
    static void registerRows(SparkSession spark, String dir) {
        var store = ResultStore.at(dir, spark.sparkContext().hadoopConfiguration());
        store.requireFinished();
        var folder = store.folder();
        Codegen.suit(spark, new Segments(folder));
        rows(spark, segments(spark, folder, RowFormat.TRIALS), segments(spark, folder, RowFormat.CURVES));
        var columns = ColumnDocument.whole();
        spark.createDataFrame(columns.rows(), columns.schema()).createOrReplaceTempView("columns");
        Tables.NAMES.forEach(spark.catalog()::dropTempView);
    }

    private static Dataset<Row> table(SparkSession spark, ResultFolder folder, String file) {
        try {
            return read(spark).parquet(folder.path(file).toString());
        } catch (Exception e) {
            // Scala code throws checked exceptions that it does not declare: SparkException is one.
            var damaged = new DamagedResults(
                    folder.toString(), List.of(new Damage(file, "unreadable; `trawl tables` makes it anew", false)));
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Registers what there is of the trials that {@code some} leaves; no tables, which are of all trials. */
    static void registerTrials(SparkSession spark, String dir, UnaryOperator<Dataset<Row>> some) {
        var folder = ResultFolder.of(dir, spark.sparkContext().hadoopConfiguration());
        Codegen.suit(spark, new Segments(folder));
        var trials = some.apply(segments(spark, folder, RowFormat.TRIALS));
        rows(spark, trials, segments(spark, folder, RowFormat.CURVES));
        spark.table("curves")
                .join(spark.table("trials"), new String[] {"trial_id"}, "left_semi")
                .createOrReplaceTempView("curves");
        Tables.NAMES.forEach(spark.catalog()::dropTempView);
    }

    /** Registers what SQL can ask of trials as if there were none; no tables. */
    static void registerNone(SparkSession spark) {
        rows(spark, none(spark, RowFormat.TRIALS), none(spark, RowFormat.CURVES));
        Tables.NAMES.forEach(spark.catalog()::dropTempView);
    }

    private static void rows(SparkSession spark, Dataset<Row> trials, Dataset<Row> curves) {
        ExactSums.register(spark);
        StagePlace.register(spark);
        trials.createOrReplaceTempView("trials");
        curves.createOrReplaceTempView("curves");
        derive(spark);
    }

    /** Registers the views that are made of {@code trials}, as the queries that they are. */
    static void derive(SparkSession spark) {
        for (String name : DERIVED) {
            spark.sql(Sql.read("views/" + name)).createOrReplaceTempView(name);
        }
    }

    /**
     * Puts what {@code cells} and {@code runs} hold now in the place of their queries: planning those anew for each
     * table takes longer than answering it. Spark lets the rows go once nobody can ask for them.
     */
    static void hold(SparkSession spark) {
        var cells = spark.table("cells");
        spark.createDataFrame(cells.collectAsList(), cells.schema()).createOrReplaceTempView("cells");
        spark.sql(Sql.read("views/runs")).localCheckpoint().createOrReplaceTempView("runs");
    }

    /** Registers a table that was just written to its files; one that is whole in memory is asked there. */
    static void register(SparkSession spark, ResultFolder folder, Table table) {
        var rows = table.count() == table.rows().size()
                ? spark.createDataFrame(table.rows(), table.schema())
                : table(spark, folder, TableFiles.file(table.name(), "parquet"));
        rows.createOrReplaceTempView(table.name());
    }

    /** The schema is said outright: a sweep without a single row has its columns too. */
    private static Dataset<Row> segments(SparkSession spark, ResultFolder folder, RowFormat format) {
        if (new Segments(folder).list(format).isEmpty()) {
            return none(spark, format);
        }
        return read(spark)
                .schema(SparkTypes.of(format))
                .option("pathGlobFilter", Segments.GLOB)
                .parquet(folder.path(format.folder()).toString());
    }

    /**
     * Spark would not look at the checksums of pages, and take a value that a disk changed for the one that was
     * written.
     */
    private static DataFrameReader read(SparkSession spark) {
        return spark.read().option("parquet.page.verify-checksum.enabled", "true");
    }

    private static Dataset<Row> none(SparkSession spark, RowFormat format) {
        return spark.createDataFrame(List.of(), SparkTypes.of(format));
    }
}
