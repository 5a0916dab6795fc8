package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.store.StoredRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.ResourceScheduler;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.fifo.FifoScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on YARN, submitted by the script that users run: a resource manager and a node manager in this JVM. */
@Tag("yarn")
class YarnIT {

    @TempDir
    Path temporary;

    private MiniYARNCluster yarn;
    private Path home;

    @BeforeEach
    void start() throws IOException {
        home = SparkCluster.home(temporary.resolve("spark"));
        LogManager.getLogManager().reset(); // the web pages' libraries tell everything
        YarnConfiguration configuration = new YarnConfiguration();
        configuration.setClass(YarnConfiguration.RM_SCHEDULER, FifoScheduler.class, ResourceScheduler.class);
        configuration.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 256);
        configuration.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
        configuration.setBoolean(YarnConfiguration.NM_PMEM_CHECK_ENABLED, false);
        configuration.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 100);
        configuration.set(
                "yarn.app.mapreduce.am.staging-dir",
                temporary.resolve("staging").toString());
        yarn = new MiniYARNCluster("trawl", 1, 1, 1);
        yarn.init(configuration);
        yarn.start();
        try (OutputStream out = Files.newOutputStream(
                Files.createDirectories(temporary.resolve("conf")).resolve("yarn-site.xml"))) {
            new Configuration(yarn.getConfig()).writeXml(out);
        }
    }

    @AfterEach
    void stop() {
        yarn.stop();
    }

    @Test
    void bothDeployModesGiveTheRowsOfOneMachine() throws Exception {
        Path file = Files.writeString(temporary.resolve("x.json"), SmallSweep.TEXT);
        Path client = temporary.resolve("client");
        Path cluster = temporary.resolve("cluster");

        run("run", file.toString(), "--out", client.toUri().toString());
        run(
                "--deploy-mode",
                "cluster",
                "--files",
                file.toString(),
                "run",
                "x.json",
                "--out",
                cluster.toUri().toString());

        assertThat(StoredRows.results(client)).isEqualTo(SmallSweep.onThisMachine(temporary, client));
        assertThat(StoredRows.results(cluster)).isEqualTo(StoredRows.results(client));
        assertThat(cluster.resolve("report/index.html")).exists();
    }

    private void run(String... arguments) throws InterruptedException, IOException {
        List<String> command = new ArrayList<>(List.of("submit/yarn.sh"));
        String java = System.getProperty("java.home");
        for (String setting : List.of(
                "spark.yarn.jars=local:" + home.resolve("jars") + "/*",
                "spark.yarn.stagingDir=" + temporary.resolve("staging"),
                "spark.yarn.appMasterEnv.JAVA_HOME=" + java,
                "spark.executorEnv.JAVA_HOME=" + java,
                "spark.driver.memory=1g",
                "spark.executor.cores=1",
                "spark.executor.memory=512m",
                "spark.dynamicAllocation.maxExecutors=2")) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of(arguments));
        Path log = temporary.resolve("submit.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("HADOOP_CONF_DIR", temporary.resolve("conf").toString());
        assertThat(builder.start().waitFor()).as(Files.readString(log)).isZero();
    }
}
