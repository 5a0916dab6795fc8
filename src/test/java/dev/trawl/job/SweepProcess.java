package dev.trawl.job;

import dev.trawl.ForkedJvm;
import dev.trawl.spark.Sessions;
import dev.trawl.store.BarePlan;
import dev.trawl.store.LockedResults;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoreScan;
import dev.trawl.store.SweepLock;
import dev.trawl.store.UnwritableResults;
import dev.trawl.sweep.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/** A driver in a process of its own, which tests may kill. {@code main} is what that process runs. */
final class SweepProcess {

    static final int DONE = 0;
    static final int LOCKED = 3;
    static final int UNWRITABLE = 1;

    private final Path directory;
    private final long trials;
    private final SlowTrials method;
    private final List<String> properties = new ArrayList<>();

    SweepProcess(Path directory, long trials, SlowTrials method) {
        this.directory = directory;
        this.trials = trials;
        this.method = method;
        with("spark.master", "local[2]");
    }

    SweepProcess with(String property, String value) {
        properties.add("-D" + property + "=" + value);
        return this;
    }

    Process start() {
        return start(Map.of());
    }

    Process start(Map<String, String> environment) {
        List<String> options = new ArrayList<>(ForkedJvm.SHORT_LIVED);
        options.addAll(properties);
        ProcessBuilder builder = ForkedJvm.of(
                        options,
                        SweepProcess.class.getName(),
                        directory.toString(),
                        Long.toString(trials),
                        Long.toString(method.millis()),
                        method.runs(),
                        Long.toString(method.deadlyEvery()),
                        Long.toString(method.results().failEvery()),
                        Integer.toString(method.results().points()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until so many trials have ended, over all processes. */
    void awaitRuns(Process driver, long runs) throws IOException, InterruptedException {
        Path file = Path.of(method.runs());
        while (!Files.exists(file) || Files.size(file) < runs) {
            if (driver.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the driver has ended: " + printed());
            }
        }
    }

    /** Waits until the process says so. */
    void awaitPrinted(Process driver, String text) throws InterruptedException {
        while (!printed().contains(text)) {
            if (driver.waitFor(200, TimeUnit.MILLISECONDS) && !printed().contains(text)) {
                throw new AssertionError("the driver has ended: " + printed());
            }
        }
    }

    /** What all processes on this directory have printed. */
    String printed() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    public static void main(String[] arguments) throws IOException {
        Plan plan = CheapTrials.plan(Long.parseLong(arguments[1]));
        SlowTrials method = new SlowTrials(
                Long.parseLong(arguments[2]),
                arguments[3],
                Long.parseLong(arguments[4]),
                new CheapTrials(Long.parseLong(arguments[5]), Integer.parseInt(arguments[6])));
        ResultStore store = ResultStore.at(arguments[0], Sessions.hadoop());
        try (SweepLock lock = store.lock()) {
            lock.closeWhenTheJvmEnds();
            StoreScan scan = store.open(lock);
            store.writePlan(BarePlan.of("0", "hash", "{}"));
            try (SparkSession session = Sessions.start("test")) {
                // The cost of a cheap trial, told so that bins take a fifth of a second.
                SweepOptions options = SweepOptions.of("0", method)
                        .withFlopsPerSecond(plan.flops(0) / (10e-3 * Math.max(1, method.millis())));
                SweepJob job = new SweepJob(
                        session.sparkContext(), StartingPoint.of(plan, scan), store, lock, options, progress -> {});
                SweepOutcome outcome = job.run();
                System.out.println(outcome);
            }
            // A frozen executor's keeper would hold the JVM.
            lock.close();
            System.exit(DONE);
        } catch (LockedResults e) {
            System.out.println(e.getMessage());
            System.exit(LOCKED);
        } catch (UnwritableResults e) {
            System.out.println(e.getMessage());
            System.exit(UNWRITABLE);
        }
    }
}
