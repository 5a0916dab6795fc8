package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.store.RowFormat;
import dev.trawl.store.StoredRows;
import dev.trawl.trial.TrialColumns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            Process run = cluster.submit("run", submitted(cluster, file, out));
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

    @Test
    void aWorkerWithoutTheDataLeavesItsShareToOthers() throws Exception {
        Path data = Files.createDirectories(temporary.resolve("data"));
        Files.write(data.resolve("made.csv"), List.of("a,b", "1,x", "2,y", "3,x", "4,y", "5,x", "6,y", "7,x", "8,y"));
        Path file = Files.writeString(temporary.resolve("x.json"), """
                {"name": "made", "defaults": {"data": {"csv": "made.csv", "label": "b"}, "hidden": 2},
                 "grids": [{"epochs": {"dense": 20000}, "seed": "1..24"}]}
                """);
        Path out = temporary.resolve("results");
        Path nowhere = temporary.resolve("nowhere");
        try (SparkCluster cluster = new SparkCluster(temporary, Map.of("TRAWL_DATA", nowhere.toString()))) {
            List<String> once = new ArrayList<>(List.of(submitted(cluster, file, out, "--data", data.toString())));
            once.addAll(2, List.of("--conf", "spark.task.maxFailures=1")); // what lacks data fails no task
            Process run = cluster.submit("run", once.toArray(String[]::new));
            assertThat(run.waitFor()).as(cluster.printed("run")).isZero();

            assertThat(cluster.printed("run"))
                    .containsOnlyOnce(" lacks data: made.csv: there is no such file in " + nowhere)
                    .contains("What it was to run is left to others.");

            String[] nobodyHas = submitted(cluster, file, temporary.resolve("none"), "--data", data.toString());
            List<String> command = new ArrayList<>(List.of(nobodyHas));
            command.addAll(2, List.of("--conf", "spark.executorEnv.TRAWL_DATA=" + nowhere));
            assertThat(cluster.submit("none", command.toArray(String[]::new)).waitFor())
                    .as(cluster.printed("none"))
                    .isEqualTo(2);
            assertThat(cluster.printed("none")).contains(" lacks data: ", "the same command goes on from them");
        }
        int status = TrialColumns.index("status");
        assertThat(StoredRows.all(out, RowFormat.TRIALS)).hasSize(24).allMatch(row -> row[status].equals("ok"));
    }

    /** The command that begins with both workers. */
    private static String[] submitted(SparkCluster cluster, Path file, Path out, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "submit/standalone.sh",
                "--master=" + cluster.master(),
                "--conf",
                "spark.executor.memory=512m",
                "--conf",
                "spark.cores.max=2",
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1.0",
                "--conf",
                "spark.scheduler.maxRegisteredResourcesWaitingTime=5m",
                "run",
                file.toString(),
                "--out",
                out.toString()));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }
}
