package dev.trawl.job;

import dev.trawl.spark.SessionOn;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoredRows;
import dev.trawl.store.SweepLock;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.trial.KernelMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** A sweep of some seconds, for clusters. */
final class SmallSweep {

    static final String TEXT = """
            {"name": "small",
             "defaults": {"data": "xor", "k": 3, "n": 500, "test": 100, "hidden": 64, "epochs": {"dense": 4000}},
             "grids": [{"p": [10, 20], "seed": "1..24"}]}
            """;

    private SmallSweep() {}

    /**
     * Its rows as {@code local[2]} makes them.
     *
     * @param temporary for a folder "local"
     * @param others results of another run, to have the same version in the rows
     */
    static TreeMap<String, String> onThisMachine(Path temporary, Path others) throws Exception {
        Configuration configuration = new Configuration();
        String version = ResultStore.at(others.toString(), configuration)
                .plan()
                .orElseThrow()
                .version();
        Sweep sweep = SweepFile.read("x.json", TEXT, List.of());
        Path out = temporary.resolve("local");
        ResultStore store = ResultStore.at(out.toString(), configuration);
        try (SweepLock lock = store.lock();
                SparkSession spark = SessionOn.master("local[2]")) {
            QuietJob.run(spark.sparkContext(), Plan.of(sweep), store, lock, version, new KernelMethod("auto"));
        }
        return StoredRows.results(out);
    }
}
