package dev.trawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts, as far as they go without a cluster, or without Java. */
class SubmitScriptsTest {

    private record Ended(int code, String printed) {}

    @ParameterizedTest
    @CsvSource({
        "standalone.sh, --master=spark://h:7077, spark://h:7077, client",
        "standalone.sh, '--master=spark://[::1]:7077,h:1', 'spark://\\[::1\\]:7077\\,h:1', client",
        "yarn.sh, --deploy-mode=cluster, yarn, cluster",
        "kubernetes.sh, --master=k8s://https://h:6443, k8s://https://h:6443, cluster",
    })
    void aDryRunPrintsTheOneLineAndRunsNothing(String script, String option, String master, String mode)
            throws Exception {
        Ended ended = run("/nowhere", script, "--dry-run", option, "--conf", "spark.task.cpus=2", "run", "a b.json");

        assertThat(ended.code()).isZero();
        assertThat(ended.printed())
                .hasLineCount(1)
                .startsWith("/nowhere/bin/spark-submit --master " + master + " --deploy-mode " + mode)
                .contains("--class dev.trawl.cli.Main ", "--conf spark.driver.maxResultSize=0 ")
                .contains("--conf spark.decommission.enabled=true ", "trawl.jar run a\\ b.json")
                .contains("--conf spark.executorEnv.LC_ALL=C.UTF-8 ");
        assertThat(ended.printed().indexOf("spark.task.cpus=2"))
                .as("what is given counts over conf/spark.properties")
                .isGreaterThan(ended.printed().indexOf("spark.task.cpus=1"));
    }

    @Test
    void shortOptionsAreSparkSubmits() throws Exception {
        Ended ended = run("/nowhere", "yarn.sh", "--dry-run", "-v", "-c", "spark.cores.max=8", "run", "x.json", "-v");

        assertThat(ended.code()).isZero();
        assertThat(ended.printed()).contains(" -v -c spark.cores.max=8 ").endsWith("trawl.jar run x.json -v \n");
    }

    @ParameterizedTest
    @CsvSource({"yarn.sh, -v", "kubernetes.sh, --master=k8s://https://h:6443"})
    void manyExecutorsMayBeLost(String script, String option) throws Exception {
        String printed = run("/nowhere", script, "--dry-run", option, "run").printed();

        assertThat(printed).contains("--conf spark.executor.maxNumFailures=1000 ");
    }

    @Test
    void aMissingSparkIsOneLine() throws Exception {
        assertThat(run("/nowhere", "standalone.sh", "--master", "spark://h:1", "run", "x.json"))
                .isEqualTo(new Ended(2, "standalone.sh: SPARK_HOME is /nowhere, where there is no bin/spark-submit\n"));
        assertThat(run("", "standalone.sh", "--master", "spark://h:1", "run", "x.json"))
                .isEqualTo(new Ended(
                        2,
                        "standalone.sh: SPARK_HOME is not set, and there is no spark-submit on the PATH:"
                                + " install Spark 3.5 to 4.2 (Scala 2.13)\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standalone.sh | run                 | --master is \"\", and must be spark://host:port",
                "standalone.sh | --master=local run  | --master is \"local\", and must be spark://host:port",
                "standalone.sh | --master            | --master needs a value",
                "yarn.sh       | run                 | HADOOP_CONF_DIR is not set: the folder of core-site.xml",
                "yarn.sh       | --deploy-mode=x run | --deploy-mode is client or cluster, not x",
                "yarn.sh       | --master=spark://h:7077 run | --master (or MASTER) is \"spark://h:7077\", and must be yarn",
                "yarn.sh       | -c                  | -c needs a value",
                "yarn.sh       | -k v run            | -k is no option of spark-submit's, and trawl's own follow its command",
                "yarn.sh       | - run               | - is no option of spark-submit's, and trawl's own follow its command",
                "yarn.sh       | ''                  | what shall trawl do? For instance: yarn.sh run",
                "kubernetes.sh | --master=h run      | --master is \"h\", and must be k8s://https://host:port",
            })
    void wrongUsageIsOneLine(String script, String arguments, String message) throws Exception {
        Ended ended = run("", script, arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.printed()).startsWith(script + ": " + message).hasLineCount(1);
    }

    @Test
    void aMasterIsLookedForWhereThereIsATimeout(@TempDir Path home) throws Exception {
        Path path = Files.createDirectory(home.resolve("path"));
        for (String tool : List.of("bash", "basename", "cat", "dirname", "readlink", "sed")) {
            Files.createSymbolicLink(path.resolve(tool), Path.of("/usr/bin", tool));
        }
        ProcessBuilder submit = standalone(home, "--deploy-mode cluster --master spark://localhost:1,[::1]:1 run x");
        assertThat(ended(submit.start()))
                .isEqualTo(new Ended(1, "standalone.sh: no Spark master answers at spark://localhost:1,[::1]:1\n"));

        submit.environment().put("PATH", path.toString());
        assertThat(ended(submit.start()).printed()).endsWith("all of the input\n");
    }

    @Test
    void aClosedInputIsAnEmptyOneOnAClusterToo(@TempDir Path home) throws Exception {
        Ended closed =
                ended(standalone(home, "--master spark://h:1 status x <&-").start());

        assertThat(closed.code()).isZero();
        assertThat(closed.printed()).endsWith("all of the input\n");
    }

    @ParameterizedTest
    @CsvSource({
        "yarn.sh, -v, spark.yarn.appMasterEnv.LC_ALL",
        "kubernetes.sh, --master=k8s://https://h:6443, spark.kubernetes.driverEnv.LC_ALL",
    })
    void lettersBeyondAsciiNeedNoLocaleWhereTheDriverIsOnTheCluster(String script, String option, String setting)
            throws Exception {
        String printed = run("/nowhere", script, "--dry-run", option, "run").printed();

        assertThat(printed).contains("--conf " + setting + "=C.UTF-8 ");
    }

    @Test
    void lettersBeyondAsciiNeedNoLocaleOnAClusterToo(@TempDir Path home) throws Exception {
        ProcessBuilder ascii = standalone(home, "--master spark://h:1 status x");
        Files.writeString(home.resolve("bin/spark-submit"), "#!/bin/sh\nlocale charmap\n");
        ascii.environment().put("LC_ALL", "C");

        assertThat(ended(ascii.start()).printed()).endsWith("\nUTF-8\n");
    }

    /** With a Spark that reads what it is given. */
    private static ProcessBuilder standalone(Path home, String arguments) throws IOException {
        Path submit = Files.createDirectory(home.resolve("bin")).resolve("spark-submit");
        Files.writeString(submit, "#!/bin/sh\ncat && echo all of the input\n");
        assertThat(submit.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", "exec submit/standalone.sh " + arguments).redirectErrorStream(true);
        builder.environment().putAll(Map.of("SPARK_HOME", home.toString(), "TRAWL_JAR", "trawl.jar"));
        return builder;
    }

    @Test
    void theFirstQuestionAfterABuildLeavesAnArchiveOfClassesAndLaterStartsMapIt(@TempDir Path home) throws Exception {
        Path target = trawlWithAJavaThatSaysItsOptions(home);
        Path archive = target.resolve("trawl.jsa");

        assertThat(local(home, "status", "DIR").printed()).doesNotContain("-XX:SharedArchiveFile", "ArchiveClasses");
        assertThat(local(home, "sql", "DIR", "refused").code()).isEqualTo(2);
        for (String nothing : List.of("DIR", "--help", "DIR --help", "--help DIR")) { // no question, no classes
            local(home, ("sql " + nothing).split(" "));
        }
        assertThat(target).isDirectoryNotContaining("glob:**trawl.jsa*");

        assertThat(local(home, "sql", "DIR", "SELECT 1").printed())
                .contains("-XX:ArchiveClassesAtExit=" + archive + ".");
        assertThat(target).isDirectoryContaining("glob:**trawl.jsa").isDirectoryNotContaining("glob:**trawl.jsa.*");
        for (String command : List.of("status", "sql")) {
            assertThat(local(home, command, "DIR").printed()).contains("-XX:SharedArchiveFile=" + archive + "\n");
        }

        FileTime later =
                FileTime.from(Files.getLastModifiedTime(archive).toInstant().plusSeconds(10));
        Files.setLastModifiedTime(target.resolve("trawl.jar"), later);
        assertThat(local(home, "status", "DIR").printed()).doesNotContain("-XX:SharedArchiveFile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"banana", "local[x]", "local[0]", "local[2", "localhost", "spark://h:7077", "yarn", ""})
    void localRunsOnThisMachineOnly(String master, @TempDir Path home) throws Exception {
        trawlWithAJavaThatSaysItsOptions(home);
        Ended ended = local(home, "plan", "x.json", "--master", master);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.printed())
                .startsWith("--master is \"" + master + "\", and local.sh runs on this machine: local[4], or local[*]")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "local[4]", "local[*]", "local[2,8]", "local-cluster[2,1,1024]"})
    void aMasterOnThisMachineIsPassedOn(String master, @TempDir Path home) throws Exception {
        trawlWithAJavaThatSaysItsOptions(home);

        assertThat(local(home, "plan", "x.json", "--master=" + master).printed())
                .contains("-Dspark.master=" + master + "\n");
    }

    @Test
    void theEnvironmentNamesMasterAndOptionsToo(@TempDir Path home) throws Exception {
        trawlWithAJavaThatSaysItsOptions(home);
        ProcessBuilder named = new ProcessBuilder(local(home), "plan", "x.json").redirectErrorStream(true);
        named.environment().putAll(Map.of("MASTER", "local[3]", "TRAWL_OPTS", "-Xmx8g -Dx=y"));
        assertThat(ended(named, home).printed()).contains("-Dspark.master=local[3]\n", "-Xmx8g\n-Dx=y\n");

        named.command(local(home), "plan", "x.json", "--master", "local[5]");
        assertThat(ended(named, home).printed()).contains("-Dspark.master=local[5]\n");

        named.command(local(home), "plan", "x.json");
        named.environment().put("MASTER", "yarn");
        assertThat(ended(named, home).printed()).startsWith("MASTER is \"yarn\", and local.sh runs on this machine");
    }

    @Test
    void aMissingJavaIsOneLineBeforeAnythingIsBuilt(@TempDir Path home) throws Exception {
        Path target = trawlWithAJavaThatSaysItsOptions(home);
        Files.delete(home.resolve("jdk/bin/java"));
        Files.delete(target.resolve("trawl.jar"));

        assertThat(local(home, "plan", "x.json"))
                .isEqualTo(new Ended(2, "JAVA_HOME is " + home.resolve("jdk") + ", where there is no bin/java\n"));
    }

    @Test
    void aClosedInputIsAnEmptyOne(@TempDir Path home) throws Exception {
        trawlWithAJavaThatSaysItsOptions(home);

        Ended closed =
                ended(new ProcessBuilder("bash", "-c", "exec \"$0\" status read-input 2>&1 <&-", local(home)), home);

        assertThat(closed).isEqualTo(local(home, "status", "read-input"));
    }

    @Test
    void lettersBeyondAsciiNeedNoLocale(@TempDir Path home) throws Exception {
        trawlWithAJavaThatSaysItsOptions(home);
        ProcessBuilder ascii = new ProcessBuilder(local(home), "status", "say-locale").redirectErrorStream(true);
        ascii.environment().put("LC_ALL", "C");

        assertThat(ended(ascii, home).printed()).endsWith("\nUTF-8\n");
    }

    @Test
    void aLinkToAScriptIsTheScript(@TempDir Path home) throws Exception {
        trawlWithAJavaThatSaysItsOptions(home);
        Path link = Files.createSymbolicLink(home.resolve("trawl"), Path.of("submit/local.sh"));
        Ended local = ended(new ProcessBuilder(link.toString(), "status", "DIR").redirectErrorStream(true), home);
        assertThat(local).isEqualTo(local(home, "status", "DIR"));

        Path standalone = Files.createSymbolicLink(
                home.resolve("trawl-standalone"),
                Path.of("submit/standalone.sh").toAbsolutePath());
        Ended cluster = ended(
                new ProcessBuilder(standalone.toString(), "--dry-run", "--master", "spark://h:7077", "status", "DIR")
                        .redirectErrorStream(true)
                        .start());
        assertThat(cluster.code()).isZero();
        assertThat(cluster.printed()).contains("--conf spark.decommission.enabled=true ");
    }

    @Test
    void aSearchPathForCdLeadsNowhereElse() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "submit/standalone.sh", "--dry-run", "--master", "spark://h:7077", "status", "DIR")
                .redirectErrorStream(true);
        builder.environment().put("CDPATH", ".:" + Path.of("").toAbsolutePath());
        Ended ended = ended(builder.start());
        assertThat(ended.code()).isZero();
        assertThat(ended.printed()).hasLineCount(1).contains("--conf spark.decommission.enabled=true ");
    }

    @Test
    void settingsThatCannotBeReadEndTheScript(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("submit"));
        for (String script : List.of("cluster.sh", "standalone.sh")) {
            Files.copy(Path.of("submit", script), home.resolve("submit").resolve(script));
        }
        Ended ended = ended(new ProcessBuilder(
                        home.resolve("submit/standalone.sh").toString(),
                        "--dry-run",
                        "--master",
                        "spark://h:7077",
                        "status",
                        "DIR")
                .redirectErrorStream(true)
                .start());
        assertThat(ended.code()).isNotZero();
        assertThat(ended.printed()).contains("conf/spark.properties").doesNotContain("--master");
    }

    /** Its java writes the archive that it is told to, and ends with 2 where a question is refused. */
    private static Path trawlWithAJavaThatSaysItsOptions(Path home) throws IOException {
        for (String folder : List.of("submit", "src/main", "target/lib", "jdk/bin")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.copy(Path.of("submit/local.sh"), home.resolve("submit/local.sh"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createFile(home.resolve("target/trawl.jar"));
        Path java = Files.writeString(home.resolve("jdk/bin/java"), """
                #!/bin/sh
                for option; do
                    echo "$option"
                    case "$option" in
                        -XX:ArchiveClassesAtExit=*) touch -d "now + 1 second" "${option#*=}" ;;
                        refused) exit 2 ;;
                        read-input) cat && echo "all of the input" ;;
                        say-locale) locale charmap ;;
                    esac
                done
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home.resolve("target");
    }

    private static Ended local(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(local(home)));
        command.addAll(List.of(arguments));
        return ended(new ProcessBuilder(command).redirectErrorStream(true), home);
    }

    private static String local(Path home) {
        return home.resolve("submit/local.sh").toString();
    }

    private static Ended ended(ProcessBuilder builder, Path home) throws IOException, InterruptedException {
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        return ended(builder.start());
    }

    private static Ended run(String sparkHome, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of("submit", script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("MASTER", "TRAWL_JAR", "HADOOP_CONF_DIR", "YARN_CONF_DIR"));
        builder.environment().put("SPARK_HOME", sparkHome);
        builder.environment().put("PATH", "/usr/bin:/bin");
        return ended(builder.start());
    }

    private static Ended ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }
}
