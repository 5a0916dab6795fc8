package dev.trawl.sql;

import org.apache.spark.sql.SparkSession;

/** The Spark session of the tests of tables and of the report. */
public final class TableSession {

    private TableSession() {}

    public static SparkSession open() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("tables")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                // As ours: sessions beside it share compiled code.
                .config("spark.sql.artifact.isolation.enabled", false)
                .config("spark.sql.warehouse.dir", "target/spark-warehouse")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.ansi.enabled", true)
                .getOrCreate();
    }
}
