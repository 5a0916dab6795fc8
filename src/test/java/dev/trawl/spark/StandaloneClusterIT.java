package dev.trawl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.TrialColumns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, submitted to a cluster of processes by the script that users run. */
class StandaloneClusterIT {

    private static final String SWEEP = """
            {"name": "small",
             "defaults": {"data": "xor", "k": 3, "n": 500, "test": 100, "hidden": 64, "epochs": {"dense": 4000}},
             "grids": [{"p": [10, 20], "seed": "1..24"}]}
            """;

    @TempDir
    Path temporary;

    @Test
    void aClusterThatLosesAWorkerGivesTheRowsOfOneMachine() throws Exception {
        Path file = Files.writeString(temporary.resolve("x.json"), SWEEP);
        Path out = temporary.resolve("results");
        try (SparkCluster cluster = new SparkCluster(temporary)) {
            Process run = cluster.submit(
                    "run",
                    "submit/standalone.sh",
                    "--master=" + cluster.master(),
                    "--conf",
                    "spark.executor.memory=512m",
                    "run",
                    file.toString(),
                    "--out",
                    out.toString());
            while (StoredRows.all(out, RowFormat.TRIALS).isEmpty()) {
                assertThat(run.waitFor(100, TimeUnit.MILLISECONDS))
                        .as(cluster.printed("run"))
                        .isFalse();
            }
            cluster.killWorker(2);
            assertThat(run.waitFor()).as(cluster.printed("run")).isZero();

            assertThat(cluster.printed("run").lines().findFirst().orElseThrow())
                    .as("the line of spark-submit comes first")
                    .contains("bin/spark-submit --master " + cluster.master(), "--class dev.trawl.cli.Main");
            assertThat(cluster.printed("run")).contains("Tables, whole: ").doesNotContain("Exception");
        }
        assertThat(StoredRows.results(out)).isEqualTo(onThisMachine(out));
        int attempt = TrialColumns.index("attempt");
        assertThat(StoredRows.all(out, RowFormat.TRIALS))
                .as("what the lost worker was at was tried again")
                .anyMatch(row -> (Integer) row[attempt] > 0);
    }

    private TreeMap<String, String> onThisMachine(Path clusterResults) throws Exception {
        String version = ResultStore.at(clusterResults.toString(), new Configuration())
                .plan()
                .orElseThrow()
                .version();
        Path out = temporary.resolve("local");
        Sweep sweep = SweepFile.read("x.json", SWEEP, List.of());
        ResultStore store = ResultStore.at(out.toString(), new Configuration());
        try (SweepLock lock = store.lock();
                SparkSession spark = Sessions.start("local", new SparkConf().setMaster("local[2]"))) {
            SweepOptions options = SweepOptions.of("small", sweep.hash(), version, new KernelMethod("auto"));
            Plan plan = Plan.of(sweep);
            new SweepJob(spark.sparkContext(), plan, store, lock, store.open(lock), options, progress -> {}).run();
        }
        return StoredRows.results(out);
    }
}
