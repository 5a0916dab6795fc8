package dev.trawl.cli;

import dev.trawl.sql.Views;
import dev.trawl.store.ResultStore;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The views of a result directory that may grow, or be compacted, while questions are asked. */
final class LiveViews {

    private final SparkSession spark;
    private final ResultStore store;
    private List<String> seen;

    LiveViews(SparkSession spark, ResultStore store) {
        this.spark = spark;
        this.store = store;
        this.seen = store.askable();
        Views.register(spark, store.address());
    }

    /** The session, whose views have what is there now: Spark keeps a list of files with each view. */
    SparkSession session() {
        List<String> now = store.askable();
        if (!now.equals(seen)) {
            Views.register(spark, store.address());
            seen = now;
        }
        return spark;
    }
}
