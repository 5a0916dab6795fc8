package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import dev.trawl.data.DataFolder;
import dev.trawl.job.SweepRunner;
import dev.trawl.spark.Sessions;
import dev.trawl.sql.Tables;
import dev.trawl.store.MadeOf;
import dev.trawl.store.ParquetPages;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoredRows;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, on sweeps of a second. */
class RunCommandTest {

    private static final String SWEEP = """
            {"name": "small", "about": "a small sweep",
             "defaults": {"data": "xor", "k": 2, "n": 60, "test": 50, "hidden": 6, "epochs": {"dense": 5}},
             "grids": [{"p": [2, 3], "seed": "1..4"}]}
            """;

    /** A finished sweep of its own for each test would take the longest part of the suite. */
    private static Path finished;

    private static Console firstRun;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeAll
    static void runOnce(@TempDir Path shared) throws IOException {
        System.setProperty("spark.master", "local[2]");
        Path file = Files.writeString(shared.resolve("x.json"), SWEEP);
        finished = shared.resolve("results");
        firstRun = Console.of("run", file.toString(), "--out", finished.toString());
    }

    @AfterAll
    static void stopSpark() {
        System.clearProperty("spark.master");
        SparkSession.active().stop();
    }

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("x.json"), SWEEP);
    }

    @Test
    void aRunPrintsItsTablesAndEndsWithZero() {
        assertThat(firstRun.code()).as(firstRun.err()).isZero();
        assertThat(firstRun.out())
                .contains("small: 8 of 8 trials to run")
                .contains("sorted_minima", "phase_transition", "Tables, whole:");
        assertThat(firstRun.err().lines()).singleElement().asString().startsWith("8 / 8 trials");
        assertThat(finished.resolve("plan.json")).exists();
        assertThat(finished.resolve("tables/sorted_minima.csv")).exists();
        assertThat(finished.resolve("lock.json")).doesNotExist();
    }

    @Test
    void theSecondRunOfAFinishedSweepDoesNothing() throws IOException {
        List<String> before = files(finished);
        Console console = run("--out", finished.toString());

        assertThat(console.code()).isZero();
        assertThat(console.out())
                .startsWith("small: nothing left to do, all 8 trials are in ")
                .hasLineCount(1);
        assertThat(files(finished)).isEqualTo(before);
    }

    /** As after a kill between the last row and the page. */
    @Test
    void theSecondRunMakesWhatIsMissing() throws IOException {
        Path copy = copyOfFinished();
        ResultStore store = ResultStore.at(copy.toString(), Sessions.hadoop());
        List<Path> made = List.of(
                copy.resolve("report/index.html"),
                copy.resolve("tables/pruning.parquet"),
                copy.resolve("tables/pruning.csv"));
        for (Path file : made) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(Tables.areCurrent(store) && store.hasCurrentReport())
                    .as("without " + file)
                    .isFalse();
            Files.write(file, whole);
            assertThat(Tables.areCurrent(store) && store.hasCurrentReport()).isTrue();
        }
        for (Path file : made) {
            Files.delete(file);
        }

        assertThat(run("--out", copy.toString()).out()).startsWith("small: nothing left to do");
        assertThat(made).allMatch(Files::exists);
        assertThat(run("--out", copy.toString()).out()).hasLineCount(1);
    }

    @Test
    void aRunEndedWhileItMakesTablesSaysThatTheRowsAreThere() throws IOException, InterruptedException {
        Path copy = copyOfFinished();
        Files.delete(copy.resolve("tables/.made-of"));
        List<String> options = new ArrayList<>(ForkedJvm.SHORT_LIVED);
        options.addAll(List.of("-Dspark.master=local[1]", "-Dtrawl.terminal=true"));
        Path err = folder.resolve("err.txt");
        Process process = ForkedJvm.of(options, Main.class.getName(), "run", file.toString(), "--out", copy.toString())
                .redirectError(err.toFile())
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.lines().anyMatch("Making tables ..."::equals)).isTrue();
            process.destroy();
        }

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(Files.readAllLines(err))
                .last()
                .asString()
                .isEqualTo("Interrupted. All rows are in " + copy
                        + "; the same command goes on with the tables and the page.");
        assertThat(run("--out", copy.toString()).code()).isZero();
        assertThat(copy.resolve("tables/.made-of")).exists();
    }

    @Test
    void aFileThatOnlyAddsCellsRunsTheNewOnesAndAnOpenPromptSeesThem() throws IOException {
        Path grown = copyOfFinished();
        SparkSession spark = Sessions.beside(Sessions.start("test"));
        LiveViews views = new LiveViews(spark, ResultStore.at(grown.toString(), Sessions.hadoop()));
        assertThat(views.session().table("trials").count()).isEqualTo(8);

        assertThat(run("--out", grown.toString(), "--set", "seed=1..6").out()).contains("small: 4 of 12 trials to run");
        assertThat(views.session().table("trials").count()).isEqualTo(12);
        assertThat(run("--out", grown.toString(), "--set", "seed=1..6").out()).contains("nothing left to do, all 12");

        assertThat(Console.of("compact", grown.toString()).code()).isZero();
        assertThat(views.session().table("trials").count()).isEqualTo(12);
    }

    @Test
    void anOpenPromptSeesTablesThatAreMadeMeanwhile() throws IOException {
        Path copy = copyOfFinished();
        try (var tables = Files.list(copy.resolve("tables"))) {
            for (Path table : tables.toList()) {
                Files.delete(table);
            }
        }
        SparkSession spark = Sessions.beside(Sessions.start("test"));
        LiveViews views = new LiveViews(spark, ResultStore.at(copy.toString(), Sessions.hadoop()));
        assertThat(views.session().catalog().tableExists("pruning")).isFalse();

        assertThat(Console.of("tables", copy.toString()).code()).isZero();
        assertThat(views.session().catalog().tableExists("pruning")).isTrue();
    }

    @Test
    void aChangedFileIsRefusedWithWhatDiffers() throws IOException {
        List<String> before = files(finished);
        Console console = run("--out", finished.toString(), "--set", "lr=0.5");

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err()).contains("grids[0].lr: 0.001 became 0.5", "choose another --out DIR");
        assertThat(files(finished)).isEqualTo(before);
    }

    @Test
    void aWrongFileTouchesNothing() {
        Path out = folder.resolve("out");

        assertThat(run("--out", out.toString(), "--set", "p=1").code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void aSweepSomeOfWhoseTrialsFailedEndsWithThree() {
        Path out = folder.resolve("out");
        Console console = run("--out", out.toString(), "--set", "lr=1e38", "--set", "seed=1");

        assertThat(console.code()).isEqualTo(3);
        assertThat(console.err())
                .contains("Of the trials 2 diverged: trawl sql")
                .doesNotContain("--retry-failed");
        assertThat(Console.of("status", out.toString()).code()).isEqualTo(3);
    }

    @Test
    void damageIsNamedAndQuarantineGoesOn() throws IOException {
        Path damaged = copyOfFinished();
        Path segment = damaged.resolve("trials/segment-000000.parquet");
        Files.writeString(segment, "nothing of the kind");

        for (String command : List.of("status", "tables")) {
            Console console = Console.of(command, damaged.toString());
            assertThat(console.code()).isEqualTo(4);
            assertThat(console.err()).startsWith(segment + ": not a Parquet file");
        }
        assertThat(run("--out", damaged.toString()).code()).isEqualTo(4);
        assertThat(segment).hasContent("nothing of the kind");
        Console repaired = run("--out", damaged.toString(), "--quarantine");
        assertThat(repaired.code()).isZero();
        assertThat(repaired.err()).contains("moved aside: ");
        assertThat(Console.of("status", damaged.toString()).out()).contains("trials  8 of 8 done, 100.0% of the cost");
    }

    /** A disk or a copy changed one bit: the file has its length and its footer, and the value is another one. */
    @Test
    void aValueThatChangedIsNoAnswer() throws IOException {
        Path damaged = copyOfFinished();
        Path segment = damaged.resolve("trials/segment-000000.parquet");
        ParquetPages.changeLastBit(segment, "test_auc");

        for (List<String> command : List.of(
                List.of("sql", "SELECT sum(test_auc) FROM trials"),
                List.of("status"),
                List.of("tables"),
                List.of("compact"))) {
            List<String> words = new ArrayList<>(command);
            words.add(1, damaged.toString());
            Console console = Console.of(words.toArray(String[]::new));
            assertThat(console.code()).as(command.get(0)).isEqualTo(4);
            assertThat(console.err()).startsWith(segment + ": unreadable: could not verify page integrity");
        }
        assertThat(run("--out", damaged.toString(), "--quarantine").code()).isZero();
        assertThat(Console.of("status", damaged.toString()).out()).contains("trials  8 of 8 done, 100.0% of the cost");
    }

    @Test
    void aStudyRunsStepByStepGrowsByOtherDataAndIsRefusedWhereItsChoicesMightChange() throws IOException {
        String out = folder.resolve("out").toString();
        writeStudy(
                "{\"hidden\": [3, 4]}",
                "SELECT repeat, max(hidden) AS hidden, 0.01 AS lr FROM trials GROUP BY repeat ORDER BY repeat",
                "{\"seed\": \"11..14\"}");
        Console first = run("--out", out);
        assertThat(first.code()).isZero();
        assertThat(first.out().lines())
                .containsSubsequence(
                        "study, step search (1 of 2): 2 of 2 trials to run, into " + out,
                        "chosen: repeat=1 hidden=4 lr=0.01",
                        "study, step best (2 of 2): 4 of 6 trials to run, into " + out);
        assertThat(run("--out", out).out()).startsWith("study: nothing left to do, all 6 trials");

        Console grown = run("--out", out, "--set", "hidden=[3,4,5]");
        assertThat(grown.code()).isEqualTo(2);
        assertThat(grown.err()).contains("step search: the 2 trials with", "from which step best was chosen, became 3");

        assertThat(run("--out", out, "--set", "repeat=1..2").code()).isZero();
        assertThat(Console.of("status", out).out()).contains("trials  12 of 12 done");
    }

    /** The larger one is refused only once its first step has run. */
    @Test
    void aStudyThatCouldNotGrowCanBeGoneOnWith() throws IOException {
        String out = folder.resolve("out").toString();
        writeStudy("{\"hidden\": [3, 4]}", "SELECT count(*) AS hidden FROM trials", "{\"seed\": \"11..14\"}");
        assertThat(run("--out", out).code()).isZero();
        TreeMap<String, String> rows = StoredRows.results(Path.of(out));

        Files.writeString(file, Files.readString(file).replace("count(*)", "count(1)")); // only what it chooses counts
        Console grown = run("--out", out, "--set", "repeat=1..2");
        assertThat(grown.out()).contains("step search (1 of 2): 2 of 4 trials to run");
        assertThat(grown.code()).isEqualTo(2);
        assertThat(grown.err())
                .contains("step best chooses otherwise than when its trials were run:", "choose another --out DIR")
                .contains("The study as it was can be gone on with.")
                .doesNotContain("undo the changes");

        assertThat(Console.of("status", out).out())
                .contains("trials  6 of 6 done", "others  2 trials with rows are not of this sweep");
        Files.delete(Path.of(out, "trials/segment-000001.parquet"));
        Console again = run("--out", out);
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("step best (2 of 2): 4 of 6 trials to run", "chosen: hidden=2");
        assertThat(StoredRows.results(Path.of(out))).containsAllEntriesOf(rows).hasSize(rows.size() + 2);
    }

    @Test
    void aPathThatReadersTakeForAPatternIsRefusedBeforeATrialRuns() {
        Path out = folder.resolve("lr[0.01]");
        Console console = run("--out", out.toString());

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err()).contains("one of * ? [ ] { } in it");
        assertThat(out).doesNotExist();
    }

    @Test
    void aRunThatIsRefusedMovesAndForgetsNothing() throws IOException {
        Path copy = copyOfFinished();
        Path segment = copy.resolve("trials/segment-000000.parquet");
        Files.writeString(segment, "nothing of the kind");
        List<String> before = files(copy);

        assertThat(run("--out", copy.toString(), "--set", "lr=0.5", "--quarantine")
                        .code())
                .as("the sweep has changed")
                .isEqualTo(2);
        assertThat(run("--out", copy.toString(), "--set", "lr=0.5", "--retry-failed")
                        .code())
                .as("damage comes first: what failed stands in the files")
                .isEqualTo(4);
        assertThat(files(copy)).isEqualTo(before);

        Path plan = copy.resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace("\"lr\"", "\"rate\""));
        before = files(copy);
        Console unknown = run("--out", copy.toString(), "--quarantine");
        assertThat(unknown.code()).as("a plan of another version").isEqualTo(4);
        assertThat(unknown.err()).contains("plan.json", "Nothing was changed.");
        assertThat(files(copy)).isEqualTo(before);
    }

    @Test
    void aMisspeltQuestionIsNamedWhateverIsDamaged() throws IOException {
        Path copy = copyOfFinished();
        ParquetPages.changeLastBit(copy.resolve("trials/segment-000000.parquet"), "test_auc");

        Console misspelt = Console.of("sql", copy.toString(), "SELECT typo FROM columns");
        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.err()).contains("typo").doesNotContain("segment-000000");
    }

    @Test
    void aDamagedTableIsNamedAndMadeAnew() throws IOException {
        Path copy = copyOfFinished();
        Path table = copy.resolve("tables/pruning.parquet");
        Files.writeString(table, "PAR1 and no more");

        Console asked = Console.of("sql", copy.toString(), "SELECT 1");
        assertThat(asked.code()).isEqualTo(4);
        assertThat(asked.err()).startsWith(table + ": unreadable; `trawl tables` makes it anew");
        assertThat(Console.of("tables", copy.toString()).code()).isZero();
        assertThat(Console.of("sql", copy.toString(), "SELECT count(*) FROM pruning")
                        .code())
                .isZero();
    }

    @Test
    void jsonWithTwoColumnsOfANameIsRefused() {
        Console console = Console.of("sql", finished.toString(), "SELECT p, p FROM trials", "--format", "json");

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err()).startsWith("two columns are called p");
    }

    @Test
    void aChoiceThatCannotBeMadeIsRefusedBeforeTheFirstTrial() throws IOException {
        writeStudy("{\"hidden\": 3}", "SELECT hiden FROM trials", "{\"seed\": 2}");
        Console console = run("--out", folder.resolve("out").toString());

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err())
                .containsPattern(
                        "x.json:4: steps\\[1].choose: A column.* function parameter with name `hiden` cannot be resolved");
        assertThat(console.out()).doesNotContain("trials to run");
        assertThat(folder.resolve("out/plan.json")).doesNotExist();
    }

    private void writeStudy(String search, String choose, String best) throws IOException {
        Files.writeString(file, """
                {"name": "study", "defaults": {"data": "xor", "k": 2, "n": 60, "test": 50, "p": 2, "epochs": {"dense": 5}},
                 "steps": [
                   {"name": "search", "grids": [%s]},
                   {"name": "best", "choose": "%s", "grids": [%s]}]}""".formatted(search, choose, best));
    }

    @Test
    void rerunSaysWhereDataAreMissingAndTakesThemFromElsewhere() throws IOException, SweepFileException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.write(data.resolve("made.csv"), List.of("a,b", "1,x", "2,y", "3,x", "4,y", "5,x", "6,y", "7,x", "8,y"));
        String out = folder.resolve("out").toString();
        try {
            DataFolder.use(data);
            Sweep sweep = SweepFile.read("""
                    {"name": "csv", "grids": [{"data": {"csv": "made.csv", "label": "b"}, "hidden": 2, "epochs": {"dense": 1}}]}""");
            SweepRunner.run(Sessions.start("test"), sweep, out);
            String id = Plan.of(sweep).trial(0).id();

            Files.move(data.resolve("made.csv"), elsewhere.resolve("made.csv"));
            Console missing = Console.of("rerun", out, id, "--data", data.toString());
            assertThat(missing.code()).isEqualTo(2);
            assertThat(missing.err()).contains("made.csv: there is no such file");

            assertThat(Console.of("rerun", out, id, "--data", elsewhere.toString())
                            .out())
                    .startsWith("the same to the bit");
        } finally {
            System.clearProperty(DataFolder.PROPERTY);
        }
    }

    @Test
    void sqlSaysThatTablesAreOldAndReportMakesThemAnew() throws IOException {
        Path old = copyOfFinished();
        Files.writeString(old.resolve("tables/.made-of"), "other rows");

        assertThat(Console.of("sql", old.toString(), "SELECT 1").err())
                .contains("older than the rows or than this Trawl: trawl tables " + old);
        assertThat(Console.of("report", old.toString()).code()).isZero();
        assertThat(Console.of("sql", old.toString(), "SELECT 1").err()).isEmpty();
        assertThat(Console.of("sql", finished.toString(), "SELECT 1").err()).isEmpty();
    }

    @Test
    void tablesOfAnotherVersionAreMadeAnewBeforeAPageAsksForTheirColumns() throws IOException {
        Path old = copyOfFinished();
        for (String table : Tables.NAMES) {
            Files.delete(old.resolve("tables/" + table + ".parquet"));
            Files.copy(old.resolve("trials/segment-000000.parquet"), old.resolve("tables/" + table + ".parquet"));
        }
        Files.writeString(old.resolve("tables/" + MadeOf.BY), "other queries");

        assertThat(Console.of("report", old.toString()))
                .extracting(Console::code, Console::err)
                .containsExactly(0, "");
    }

    @Test
    void aQueryIsAnsweredAsAskedFor() {
        Console console = Console.of(
                "sql",
                finished.toString(),
                "SELECT p, count(*) AS trials FROM trials GROUP BY p ORDER BY p",
                "--format",
                "csv");

        assertThat(console).isEqualTo(new Console(0, "p,trials\n2,4\n3,4\n", ""));
    }

    @Test
    void whatIsNoQueryIsRefused() {
        assertThat(Console.of("sql", finished.toString(), "DROP TABLE trials").code())
                .isEqualTo(2);
        assertThat(Console.of("sql", finished.toString(), "SELECT nothing FROM trials")
                        .err()
                        .lines())
                .hasSize(1);
    }

    @Test
    void aTrialRunAgainComesOutTheSame() throws IOException {
        String id = Console.of("sql", finished.toString(), "SELECT min(trial_id) FROM trials", "--format", "csv")
                .out()
                .lines()
                .toList()
                .get(1);

        assertThat(Console.of("rerun", finished.toString(), id))
                .isEqualTo(new Console(0, "the same to the bit: 1 row" + System.lineSeparator(), ""));
        assertThat(Console.of("rerun", finished.toString(), id.substring(0, 20)).out())
                .startsWith("the same to the bit");
        assertThat(Console.of("rerun", finished.toString(), "0".repeat(32)).code())
                .isEqualTo(2);
        Console many = Console.of("rerun", finished.toString(), "");
        assertThat(many.code()).isEqualTo(2);
        assertThat(many.err())
                .contains("has 8 trials that begin with", id, ", ...")
                .hasLineCount(1);
    }

    @Test
    void compactingLeavesAllRows() throws IOException {
        Path copy = copyOfFinished();

        assertThat(Console.of("compact", copy.toString()).out()).startsWith("8 rows in 1 file");
        assertThat(Console.of("status", copy.toString()).out()).contains("trials  8 of 8 done");
    }

    @Test
    void aDirectoryWithoutResultsIsNamed() {
        for (String command : List.of("status", "tables", "compact")) {
            Console console = Console.of(command, folder.toString());
            assertThat(console.code()).isEqualTo(2);
            assertThat(console.err()).startsWith(folder + ": there are no results of Trawl's here");
        }
    }

    @Test
    void aKernelThatIsNoneIsRefused() {
        assertThat(run("--kernel", "magic").err()).startsWith("--kernel magic: kernel must be one of");
    }

    private Console run(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "run";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Console.of(arguments);
    }

    private Path copyOfFinished() throws IOException {
        Path copy = folder.resolve("copy");
        try (var paths = Files.walk(finished)) {
            for (Path path : paths.toList()) {
                Files.copy(path, copy.resolve(finished.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static List<String> files(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            return paths.map(path -> path + " " + path.toFile().length())
                    .sorted()
                    .toList();
        }
    }
}
