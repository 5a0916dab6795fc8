package dev.trawl.job;

import dev.trawl.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone Spark cluster: a master and two workers of one core each, processes of their own on 127.0.0.1 and
 * 127.0.0.2, of the jars that the build puts into target/lib.
 */
final class SparkCluster implements AutoCloseable {

    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");

    private final Path folder;
    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    /** Starts it, and returns when both workers are there. */
    SparkCluster(Path folder) throws IOException, InterruptedException {
        this(folder, Map.of());
    }

    /** @param ofTheSecond what the second worker's environment, and so its executors', has besides */
    SparkCluster(Path folder, Map<String, String> ofTheSecond) throws IOException, InterruptedException {
        this.folder = folder;
        this.home = home(folder.resolve("spark"));
        start("master", Map.of(), "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0");
        Matcher said = await("master", MASTER);
        master = said.group(1);
        for (int worker = 1; worker <= 2; worker++) {
            String[] options = {
                "--host",
                "127.0.0." + worker,
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve("work" + worker).toString(),
                master
            };
            Map<String, String> besides = worker == 2 ? ofTheSecond : Map.of();
            start("worker" + worker, besides, "org.apache.spark.deploy.worker.Worker", options);
        }
        await("master", Pattern.compile("(?s)Registering worker.*Registering worker"));
    }

    /** What a Spark distribution has of it: SPARK_HOME. */
    static Path home(Path folder) throws IOException {
        Path submit = folder.resolve("bin/spark-submit");
        Files.createDirectories(submit.getParent());
        Files.copy(Path.of("src/test/resources/spark-submit"), submit);
        submit.toFile().setExecutable(true);
        Files.createSymbolicLink(folder.resolve("jars"), Path.of("target/lib").toAbsolutePath());
        return folder;
    }

    String master() {
        return master;
    }

    /** Runs a script of submit; its output, of both kinds, goes to a file that {@link #printed} reads. */
    Process submit(String name, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", home.toString());
        return start(name, builder);
    }

    /** Whether the executor of a worker, 1 or 2, has ended a task, as it says itself. */
    boolean hasEndedATask(int worker) throws IOException {
        Path work = folder.resolve("work" + worker);
        try (Stream<Path> logs = Files.find(work, 3, (file, attributes) -> file.endsWith("stderr"))) {
            for (Path log : logs.toList()) {
                if (Files.readString(log).contains("Finished task ")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Kills a worker, 1 or 2; its executor ends with it. */
    void killWorker(int worker) throws InterruptedException {
        processes.get(worker).destroyForcibly().waitFor();
    }

    String printed(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
        processes.forEach(Process::destroyForcibly);
    }

    private void start(String name, Map<String, String> environment, String main, String... options) {
        String[] arguments = Stream.concat(Stream.of("--webui-port", "0"), Stream.of(options))
                .toArray(String[]::new);
        ProcessBuilder builder = ForkedJvm.on(home.resolve("jars") + "/*", ForkedJvm.SHORT_LIVED, main, arguments);
        builder.environment().putAll(Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13"));
        builder.environment().putAll(environment);
        processes.add(start(name, builder));
    }

    private Process start(String name, ProcessBuilder builder) {
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(name + ".log").toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matcher await(String name, Pattern text) throws InterruptedException {
        while (true) {
            Matcher matcher = text.matcher(printed(name));
            if (matcher.find()) {
                return matcher;
            }
            for (Process process : processes) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError(name + " has ended: " + printed(name));
                }
            }
        }
    }
}
