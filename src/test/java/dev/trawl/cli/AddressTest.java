package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clusters and storage that are not there: one line says what, where, and what was expected. */
class AddressTest {

    @TempDir
    private Path folder;

    private Path file;

    /** Hadoop's. By default it tries ten times. */
    private static final String RETRIES = "spark.hadoop.ipc.client.connect.max.retries";

    @BeforeEach
    void write() throws IOException {
        System.setProperty(RETRIES, "0");
        file = Files.writeString(folder.resolve("x.json"), """
                {"name": "small", "grids": [{"data": "xor", "k": 2, "p": 2, "n": 10, "test": 10, "hidden": 2,
                 "epochs": {"dense": 1}}]}
                """);
    }

    @AfterEach
    void forgetProperties() {
        System.clearProperty(RETRIES);
        System.clearProperty("spark.master");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spark://127.0.0.1:1        | 1 | no Spark master answers at spark://127.0.0.1:1: Connection refused",
                "spark://nowhere.invalid:77 | 1 | no Spark master answers at spark://nowhere.invalid:77: there is no host",
                "spark://127.0.0.1:99999    | 1 | no Spark master answers at spark://127.0.0.1:99999: port out of range",
                "sparc://127.0.0.1:1        | 2 | master \"sparc://127.0.0.1:1\" is none: local[N], spark://host:port",
                "local[x]                   | 2 | master \"local[x]\" is none: local[N], spark://host:port",
                "local[0]                   | 2 | master \"local[0]\" is none",
                "spark://127.0.0.1          | 2 | master \"spark://127.0.0.1\" is none",
            })
    void aMasterThatIsNotThereIsOneLine(String master, int code, String message) {
        System.setProperty("spark.master", master);
        Console console = Console.of(
                "run", file.toString(), "--out", folder.resolve("out").toString());

        assertThat(console.code()).isEqualTo(code);
        assertThat(console.err()).startsWith(message).hasLineCount(1);
        if (code == ExitCode.USAGE) {
            assertThat(folder.resolve("out")).as("nothing was begun").doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hdfs://nowhere.invalid/x | 1 | cannot open hdfs://nowhere.invalid/x: there is no host nowhere.invalid",
                "hdfs://127.0.0.1:1/x     | 1 | cannot read hdfs://127.0.0.1:1/x/lock.json: Call From",
                "/proc/x                  | 2 | /proc/x cannot be made: is what it would lie in",
                "s4://bucket/x            | 2 | s4://bucket/x: No FileSystem for scheme \"s4\"",
                "s3a://bucket/x           | 2 | s3a://bucket/x: Spark lacks the jar of this file system",
                "a:b                      | 2 | \"a:b\" is no address: ",
                "''                       | 2 | \"\" is no address: ",
            })
    void anAddressOfResultsThatIsNotThereIsOneLine(String out, int code, String message) {
        Console console = Console.of("run", file.toString(), "--out", out);

        assertThat(console.code()).isEqualTo(code);
        assertThat(console.err()).startsWith(message).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "taken/x", "taken/x/y"})
    void aFileIsNoDirectoryForResults(String out) throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "precious");
        Console console =
                Console.of("run", file.toString(), "--out", folder.resolve(out).toString());

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err())
                .isEqualTo(taken + " is a file, and results need a directory" + System.lineSeparator());
        assertThat(taken).hasContent("precious");
    }

    @Test
    void aSweepFileMayBeAnywhere() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a[b]"));
        assertThat(Console.of("plan", file.toUri().toString().replace("file:/", "file:///"))
                        .out())
                .startsWith("small");
        assertThat(Console.of("plan", "file://" + Files.copy(file, odd.resolve("x.json")))
                        .out())
                .startsWith("small");
        assertThat(Console.of("plan", "file:///nowhere/x.json"))
                .isEqualTo(
                        new Console(2, "", "file:///nowhere/x.json: there is no such file" + System.lineSeparator()));
        assertThat(Console.of("plan", "hdfs://nowhere.invalid/x.json"))
                .isEqualTo(new Console(
                        1,
                        "",
                        "cannot open hdfs://nowhere.invalid/x.json: there is no host nowhere.invalid"
                                + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables", "report"})
    void aFolderOfSomebodyElsesIsNotOverwritten(String name) throws IOException {
        Path out = folder.resolve("out");
        Path other = Files.createDirectories(out.resolve(name)).resolve("index.html");
        Files.writeString(other, "mine");

        Console console = Console.of("run", file.toString(), "--out", out.toString());

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err())
                .startsWith(out + " has a folder \"" + name + "\" already, and no plan.json")
                .hasLineCount(1);
        assertThat(other).hasContent("mine");
        assertThat(out.toFile().list()).as("nothing was added").containsExactly(name);
    }
}
