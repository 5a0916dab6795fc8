package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.store.RowFormat;
import dev.trawl.store.StoredRows;
import dev.trawl.trial.TrialColumns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, submitted to a cluster of processes by the script that users run. */
class StandaloneClusterIT {

    @TempDir
    Path temporary;

    @Test
    void aClusterThatLosesAWorkerGivesTheRowsOfOneMachine() throws Exception {
        Path file = Files.writeString(temporary.resolve("x.json"), SmallSweep.TEXT);
        Path out = temporary.resolve("results");
        try (SparkCluster cluster = new SparkCluster(temporary)) {
            Process run = cluster.submit(
                    "run",
                    "submit/standalone.sh",
                    "--master=" + cluster.master(),
                    "--conf",
                    "spark.executor.memory=512m",
                    // begins with both workers
                    "--conf",
                    "spark.cores.max=2",
                    "--conf",
                    "spark.scheduler.minRegisteredResourcesRatio=1.0",
                    "--conf",
                    "spark.scheduler.maxRegisteredResourcesWaitingTime=5m",
                    "run",
                    file.toString(),
                    "--out",
                    out.toString());
            while (!cluster.hasEndedATask(2)) { // then it is at the next
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
        assertThat(StoredRows.results(out)).isEqualTo(SmallSweep.onThisMachine(temporary, out));
        int attempt = TrialColumns.index("attempt");
        assertThat(StoredRows.all(out, RowFormat.TRIALS))
                .as("what the lost worker was at was tried again")
                .anyMatch(row -> (Integer) row[attempt] > 0);
    }
}
