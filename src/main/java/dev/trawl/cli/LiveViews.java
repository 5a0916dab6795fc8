package dev.trawl.cli;

import dev.trawl.sql.Views;
import dev.trawl.store.MadeOf;
import dev.trawl.store.ResultStore;
import org.apache.spark.sql.SparkSession;

/** The views of a result directory that may grow, or be compacted, while questions are asked. */
final class LiveViews {

    private final SparkSession spark;
    private final ResultStore store;
    private MadeOf seen;

    LiveViews(SparkSession spark, ResultStore store) {
        this.spark = spark;
        this.store = store;
        this.seen = store.rows();
        Views.register(spark, store.address());
    }

    /** The session, whose views have the rows that are there now: Spark keeps a list of files with each view. */
    SparkSession session() {
        MadeOf now = store.rows();
        if (!now.isSameAs(seen)) {
            Views.register(spark, store.address());
            seen = now;
        }
        return spark;
    }
}
