package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import dev.trawl.data.DataFolder;
import dev.trawl.sweep.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    private static final String SWEEP = """
            {"name": "small", "about": "a small sweep",
             "defaults": {"data": "xor", "k": 2, "n": 100, "hidden": 8, "epochs": {"dense": 10}},
             "grids": [{"p": [4, 8], "seed": "1..1000"},
                       {"p": 9, "stages": ["dense", "cpna_hidden"], "epochs": {"hidden": 5}, "keep": {"hidden": 2}}]}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("x.json"), SWEEP);
    }

    @AfterEach
    void forgetData() {
        System.clearProperty(DataFolder.PROPERTY);
    }

    @Test
    void aPlanSaysWhatWouldRun() {
        Console console = Console.of("plan", file.toString());

        assertThat(console.code()).isZero();
        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .startsWith("small: a small sweep")
                .contains("trials  2,001 in 3 cells")
                .contains("rows    2,002, one a stage")
                .containsPattern("time    less than a second of arithmetic on this machine's [0-9]+ cores?; start")
                .contains("reckoned at 100 Gflop/s a core (kernel vector): 0.7 to 3 times that by processor, ")
                .as("the kernel that a run would use, and no other")
                .containsOnlyOnce("time    ")
                .containsPattern("1,000 +[0-9.]+ Mflop +[0-9.]+% +k=2 p=8 n=100 hidden=8");
    }

    @Test
    void aPlanSaysHowLongItTakes() throws IOException {
        Files.writeString(file, SWEEP.replace("\"hidden\": 8", "\"hidden\": 8192"));
        assertThat(Console.of("plan", file.toString()).out())
                .containsPattern(
                        "time    about [0-9.]+ s of arithmetic on this machine's [0-9]+ cores?, [0-9.]+ core-hours; ");
    }

    @Test
    void aPlanWritesNothing() throws IOException {
        Console.of("plan", file.toString());

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aPlanSaysThatDataIsMissingWhereItIs() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), """
                {"name": "real", "grids": [{"data": {"uci": "car"}, "hidden": 8, "epochs": {"dense": 10}}]}
                """);

        Console console = Console.of("plan", real.toString(), "--data", folder.toString());

        assertThat(console.code()).isZero();
        assertThat(console.out())
                .contains("trials  1 in 1 cell,")
                .containsPattern("data    not fit to run here: .*car");
        assertThat(Console.of("plan", file.toString()).out()).doesNotContain("data    ");
    }

    @Test
    void aPlanSaysWhatIsInACsvFile() throws IOException {
        Path csv =
                Files.write(folder.resolve("mine.csv"), List.of("a,b,kind", "1,x,no", "2,y,yes", "1,x,no", "3,y,yes"));
        Path real = Files.writeString(folder.resolve("real.json"), """
                {"name": "real", "grids": [{"data": {"csv": "%s", "label": "kind"}, "hidden": 8, "epochs": {"dense": 10}}]}
                """.formatted(csv));

        assertThat(Console.of("plan", real.toString()).out())
                .contains("data    mine: 4 rows, 3 of them different, 3 inputs, 2 classes;"
                        + " 1 column of numbers, 1 of words: b (2); rows a class: no 2, yes 2");
    }

    @Test
    void aClassOfOneRowIsSaidBeforeAnythingRuns() throws IOException {
        Path csv = Files.write(folder.resolve("mine.csv"), List.of("a,kind", "1,no", "2,Yes", "3,no"));
        Path real = Files.writeString(folder.resolve("real.json"), """
                {"name": "real", "grids": [{"data": {"csv": "%s", "label": "kind"}, "hidden": 8, "epochs": {"dense": 10}}]}
                """.formatted(csv));
        String refusal = "mine: the class \"Yes\" has one row of 3, which cannot be trained on and tested too;"
                + " remove it, or mend its label";

        assertThat(Console.of("plan", real.toString()).out()).contains("data    not fit to run here: " + refusal);
        Console run = Console.of(
                "run", real.toString(), "--out", folder.resolve("out").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(refusal);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theEnvironmentNamesTheFolderOfDataToo() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.write(data.resolve("mine.csv"), List.of("a,kind", "1,no", "2,yes", "1,no", "3,yes"));
        Path real = Files.writeString(folder.resolve("real.json"), """
                {"name": "real", "grids": [{"data": {"csv": "mine.csv", "label": "kind"}, "hidden": 8, "epochs": {"dense": 10}}]}
                """);
        ProcessBuilder plan = ForkedJvm.of(ForkedJvm.SHORT_LIVED, Main.class.getName(), "plan", real.toString());
        plan.environment().put("TRAWL_DATA", data.toString());
        Process process = plan.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("data    mine: 4 rows");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void setScalesASweepDown() {
        assertThat(Console.of("plan", file.toString(), "--set", "seed=1..5").out())
                .contains("trials  15 in 3 cells");
        assertThat(Console.of("plan", file.toString(), "--set", "seed=1..5", "--set", "p=3")
                        .out())
                .contains("trials  10 in 2 cells");
    }

    @Test
    void theResolvedSweepIsASweepFile() throws IOException {
        Console console = Console.of("plan", file.toString(), "--resolved");
        Path again = Files.writeString(folder.resolve("again.json"), console.out());

        assertThat(Console.of("plan", again.toString(), "--resolved").out()).isEqualTo(console.out());
        assertThat(console.err()).isEmpty();
    }

    @Test
    void aWrongSweepFileIsOneLineAProblemAndExitCodeTwo() throws IOException {
        Files.writeString(file, SWEEP.replace("\"hidden\": 8", "\"hiden\": 8").replace("\"p\": 9", "\"p\": 1"));
        Console console = Console.of("plan", file.toString());

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(console.err().lines())
                .contains(file + ":2: defaults.hiden: unknown key; did you mean \"hidden\"?")
                .allMatch(line -> line.startsWith(file + ":"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(Console.of("plan", "conf/nowhere.json"))
                .isEqualTo(new Console(2, "", "conf/nowhere.json: there is no such file" + System.lineSeparator()));
        assertThat(Console.of("plan", folder.toString()).err()).contains("it is a directory");
        assertThat(Console.of("plan", "").err()).startsWith("CONF is empty: expected the path of a sweep file");
    }

    @Test
    void wrongUsageIsExitCodeTwoWithAHint() {
        assertThat(Console.of("plan").code()).isEqualTo(2);
        assertThat(Console.of("plna", "x").err()).contains("Unmatched argument", "trawl plan", "See trawl --help.");
        assertThat(Console.of().err()).contains("a command is missing");
    }

    @Test
    void helpExplainsEveryKeyOfASweepFile() {
        Console console = Console.of("plan", "--help");
        int keys = console.out().indexOf("Keys of the defaults and of a grid:");

        assertThat(console.code()).isZero();
        assertThat(console.out().substring(keys).lines().skip(1))
                .as("wrapped below themselves")
                .allMatch(line -> line.startsWith("  "));
        assertThat(Settings.ALL).allSatisfy(setting -> assertThat(console.out()).contains("  " + setting.name() + " "));
    }

    @Test
    void theExamplesOfTheHelpAreSweepFiles() throws IOException {
        String help = Console.of("plan", "--help").out();
        String sweep = between(help, "{\"name\": \"small\"", "\"1..20\"}]}");
        String steps = between(help, "\"steps\": [", "\"101..110\"}]}]");
        String study = sweep.substring(0, sweep.indexOf("\"grids\"")) + steps + "}";

        Files.writeString(file, sweep);
        assertThat(Console.of("plan", file.toString()).out()).contains("trials  960 in 16 cells");
        Files.writeString(file, study);
        assertThat(Console.of("plan", file.toString(), "--set", "p=3", "--set", "hidden=16")
                        .out())
                .contains("trials  6 in 2 cells", "the trials of final");
    }

    private static String between(String text, String first, String last) {
        int from = text.indexOf(first);
        return text.substring(from, text.indexOf(last, from) + last.length());
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(Console.of("--version").out()).matches("trawl \\d+\\.\\d+\\.\\d+ on Java .*\\R");
    }
}
