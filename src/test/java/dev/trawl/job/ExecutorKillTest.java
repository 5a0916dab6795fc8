package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import dev.trawl.store.Marks;
import dev.trawl.store.RowFormat;
import dev.trawl.store.StoredRows;
import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors are processes of their own here; one is killed, one is frozen, and one trial ends any that runs it. */
class ExecutorKillTest {

    private static final int TRIALS = 1800;
    private static final int DEADLY = 1000; // the only multiple of it

    @TempDir
    Path temporary;

    @Test
    void lostExecutorsLoseNoRowAndADeadlyTrialIsSetAside() throws Exception {
        Path directory = temporary.resolve("results");
        SlowTrials method = new SlowTrials(20, temporary.resolve("runs").toString(), DEADLY, new CheapTrials(0, 1));
        SweepProcess sweep = new SweepProcess(directory, TRIALS, method)
                .with("spark.master", "local-cluster[2,1,1024]")
                .with("spark.executor.cores", "1")
                .with("spark.executor.memory", "512m")
                .with("spark.executor.extraClassPath", ForkedJvm.classPath())
                .with("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .with("spark.executor.heartbeatInterval", "2s")
                .with("spark.network.timeout", "10s")
                .with("spark.network.timeoutInterval", "2s");
        Process driver = sweep.start(Map.of("SPARK_HOME", sparkHome().toString(), "SPARK_SCALA_VERSION", "2.13"));

        sweep.awaitRuns(driver, 50);
        executors(driver).get(0).destroyForcibly();
        sweep.awaitRuns(driver, 150);
        List<ProcessHandle> left = executors(driver);
        ProcessHandle frozen = left.get(left.size() - 1);
        signal("STOP", frozen);

        sweep.awaitPrinted(driver, "SweepOutcome[end=DONE");
        frozen.destroyForcibly(); // a stopping Spark would wait for it
        assertThat(driver.waitFor(2, TimeUnit.MINUTES)).as(sweep.printed()).isTrue();
        assertThat(driver.exitValue()).as(sweep.printed()).isZero();
        requireAllRowsAndOneKilled(directory);
        assertThat(directory.resolve(Marks.FOLDER)).doesNotExist();
    }

    private static void requireAllRowsAndOneKilled(Path directory) throws IOException {
        TreeMap<String, String> rows = StoredRows.results(directory);
        TreeMap<String, String> expected = CheapRows.uninterrupted(TRIALS);
        String deadly = CheapTrials.trial(DEADLY).id();
        String killed = rows.remove(deadly + " dense");
        expected.keySet().removeIf(key -> key.startsWith(deadly));

        assertThat(killed).contains("killed", "two executors were lost while it ran");
        assertThat(rows).isEqualTo(expected);
        int attempt = TrialColumns.index("attempt");
        assertThat(StoredRows.all(directory, RowFormat.TRIALS))
                .as("some tasks were tried again")
                .anyMatch(row -> (Integer) row[attempt] > 0);
    }

    /** As Spark wants it for executors of its own. */
    private Path sparkHome() throws IOException {
        Files.createDirectories(temporary.resolve("spark/jars"));
        return temporary.resolve("spark");
    }

    /** The driver's children: Java processes all. Their command lines are too long for Java to see. */
    private static List<ProcessHandle> executors(Process driver) throws InterruptedException {
        while (true) {
            List<ProcessHandle> executors = driver.children()
                    .filter(process -> process.info().command().orElse("").endsWith("java"))
                    .toList();
            if (!executors.isEmpty()) {
                return executors;
            }
            assertThat(driver.waitFor(100, TimeUnit.MILLISECONDS))
                    .as("the driver has ended")
                    .isFalse();
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
