package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sql.TableColumns;
import dev.trawl.sql.Tables;
import dev.trawl.sql.Views;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** Questions to a finished sweep, as a user types them, and the same sweep in other programs. */
class SqlCommandTest {

    private static final String SWEEP = """
            {"name": "asked", "about": "two kinds of cells, curves, a cell that fails",
             "defaults": {"data": "xor", "k": 2, "n": 60, "test": 50, "hidden": 6, "epochs": {"dense": 10}},
             "grids": [{"p": [2, 3], "lr": [0.01, 0.02], "seed": "1..3", "curves": 5},
                       {"p": 4, "n": 61, "lr": 1e22, "seed": 1}]}
            """;

    /** DuckDB's names for SQL's types. */
    private static final Map<String, String> DUCKDB_TYPES = Map.of(
            "VARCHAR",
            "STRING",
            "INTEGER",
            "INT",
            "TIMESTAMP WITH TIME ZONE",
            "TIMESTAMP",
            "BIGINT",
            "BIGINT",
            "DOUBLE",
            "DOUBLE");

    private static String finished;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        System.setProperty("spark.master", "local[2]");
        Path file = Files.writeString(folder.resolve("x.json"), SWEEP);
        finished = folder.resolve("it's finished").toString();
        Console run = Console.of("run", file.toString(), "--out", finished);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
    }

    @AfterAll
    static void stopSpark() {
        System.clearProperty("spark.master");
        SparkSession.active().stop();
    }

    @Test
    void thePromptAnswersOneStatementAfterTheOther() {
        Console console = typed("""
                -- how many
                SELECT count(*) AS trials

                FROM trials;
                SELECT 1 AS one; SELECT ';' AS two;

                DESCRIBE failures
                \\q
                SELECT 'not asked any more';
                """, "--format", "csv");

        assertThat(console).isEqualTo(new Console(0, """
                trials
                13
                one
                1
                two
                ;
                name,type,unit,meaning
                status,STRING,,"diverged, failed or killed"
                stage,STRING,,stage that did not end well
                message,STRING,,"what went wrong, of trial_id; the others' differ in numbers only"
                count,BIGINT,,rows of trials that failed alike
                cells,BIGINT,,cells that they are of
                trial_id,STRING,,an example: the smallest trial_id
                """, ""));
    }

    @Test
    void anErrorIsOneLineAndThePromptGoesOn() {
        Console console = typed(
                "SELECT nothing FROM trials;\nDROP VIEW trials;\nDESCRIBE nowhere\nSELECT 1 FROM trial;\nSELECT 1 AS one");

        assertThat(console.out()).isEqualTo("one\n  1\n");
        assertThat(console.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("statement 1: ").contains("`nothing` cannot be resolved"),
                        line -> assertThat(line).isEqualTo("statement 2: only a query (SELECT or WITH) can be asked"),
                        line -> assertThat(line)
                                .isEqualTo("statement 3: there is no table nowhere; SHOW TABLES lists them"),
                        line -> assertThat(line).contains("`trial` cannot be found. SHOW TABLES lists them."));
        assertThat(console.code()).as("what a script cannot be told").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ";;", "-- a comment"})
    void anEmptyQuestionIsRefused(String question) {
        assertThat(Console.of("sql", finished, question))
                .isEqualTo(new Console(
                        2,
                        "",
                        "the question is empty: SELECT ..., SHOW TABLES, DESCRIBE TABLE" + System.lineSeparator()));
    }

    @ParameterizedTest
    @CsvSource({"quit", "exit;", "\\q", "''"})
    void thePromptEnds(String last) {
        assertThat(typed(last + "\n").code()).isZero();
    }

    @Test
    void severalQuestionsAreAnsweredOneAfterTheOther() {
        Console console = Console.of(
                "sql",
                finished,
                "SELECT 1 AS one; SELECT nothing;\nSHOW TABLE; SELECT ';' AS two -- last",
                "--format",
                "csv");

        assertThat(console.out()).isEqualTo("one\n1\ntwo\n;\n");
        assertThat(console.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("statement 2: A column")
                                .doesNotContain("line 1"),
                        line -> assertThat(line).startsWith("statement 3: "));
        assertThat(console.code()).isEqualTo(2);
        assertThat(Console.of("sql", finished, "SELECT 1 AS one; -- and no more", "--format", "csv"))
                .isEqualTo(new Console(0, "one\n1\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- how many\nSELECT 1 AS one",
                "--how many\nSELECT 1 AS one;",
                "--p=3\nSELECT 1 AS one",
                "/* how many */ SELECT 1 AS one"
            })
    void aQuestionMayBeginWithAComment(String question) {
        assertThat(Console.of("sql", finished, question)).isEqualTo(new Console(0, "one\n  1\n", ""));
        assertThat(Console.of("sql", finished, "--format=csv", question)).isEqualTo(new Console(0, "one\n1\n", ""));
    }

    @Test
    void aMisspeltOptionIsNoQuestion() {
        for (Console console : List.of(
                Console.of("sql", finished, "SELECT 1", "--fromat", "csv"),
                Console.of("sql", "--fromat", "csv", finished, "SELECT 1"),
                Console.of("sql", finished, "--fromat=csv"))) {
            assertThat(console.code()).isEqualTo(2);
            assertThat(console.err()).startsWith("trawl sql: Unknown option").contains("--fromat");
        }
    }

    @Test
    void aHugeAnswerIsAlignedAsFarAsAnyoneReads() {
        Console console =
                Console.of("sql", finished, "SELECT a.id, b.id AS other FROM range(1000000) a, range(1000000) b");

        assertThat(console.code()).isZero();
        assertThat(console.out())
                .hasLineCount(1 + 10_000 + 1)
                .endsWith("\n... and more than these 10,000 rows; --format csv prints all\n");
        assertThat(Console.of("sql", finished, "SELECT id FROM range(10000)").out())
                .hasLineCount(1 + 10_000);
        assertThat(Console.of("sql", finished, "SELECT id FROM range(10002)", "--format", "csv")
                        .out())
                .hasLineCount(1 + 10_002);
    }

    @Test
    void showTablesListsWhatIsThere() {
        assertThat(Console.of("sql", finished, "show tables;").out().lines().map(line -> line.split(" ")[0]))
                .startsWith("table", "trials", "curves")
                .containsAll(Tables.NAMES);
    }

    @Test
    void anAnswerAsJsonIsOneArray() {
        Console console = Console.of(
                "sql",
                finished,
                "SELECT p, 1.50 AS d, double('NaN') AS n FROM trials WHERE p = 2 LIMIT 1",
                "--format",
                "json");

        assertThat(console.out()).isEqualTo("[\n{\"p\":2,\"d\":1.50,\"n\":null}\n]\n");
    }

    @Test
    void theFilesHaveTheColumnsThatTheDocumentHas() throws SQLException, IOException {
        Map<String, List<String>> there = new TreeMap<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                var files = Files.walk(Path.of(finished))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                String folder = file.getParent().getFileName().toString();
                String table =
                        folder.equals("tables") ? file.getFileName().toString().replace(".parquet", "") : folder;
                there.put(table, columns(duckDb, "'" + file.toString().replace("'", "''") + "'"));
            }
        }
        Map<String, List<String>> documented = new TreeMap<>();
        TableColumns.ALL.stream()
                .filter(column ->
                        !List.of("settled", "cells", "runs", "columns").contains(column.table()))
                .forEach(column -> documented
                        .computeIfAbsent(column.table(), table -> new ArrayList<>())
                        .add(column.name() + " " + column.type()));

        assertThat(there).isEqualTo(documented);
    }

    @Test
    void theDocumentIsPrintedWithoutResults() {
        assertThat(Console.of("columns", "curves").out()).containsPattern("epochs +counted from the trial's start");
        assertThat(Console.of("columns", "--format", "csv").out()).hasLineCount(TableColumns.ALL.size() + 1);
        assertThat(Console.of("columns", "curve")).satisfies(console -> {
            assertThat(console.code()).isEqualTo(2);
            assertThat(console.err())
                    .startsWith("there is no table curve, only trials, curves,")
                    .hasLineCount(1);
        });
    }

    @Test
    void sparkSqlSeesTheSameViews() {
        SparkSession other = SparkSession.active().newSession();
        for (String statement : script("spark").split(";\n")) {
            other.sql(statement);
        }

        SparkSession ours = ours();
        for (String table : TableColumns.TABLES) {
            assertThat(rows(other, table)).as(table).isEqualTo(rows(ours, table));
        }
    }

    @Test
    void duckDbSeesTheSameViews() throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute(script("duckdb"));
            SparkSession ours = ours();
            for (String table : TableColumns.TABLES) {
                List<String> rows = new ArrayList<>();
                ResultSet answer = statement.executeQuery("SELECT " + plainColumns(table) + " FROM " + table);
                while (answer.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                        values.add(answer.getObject(i));
                    }
                    rows.add(values.toString());
                }
                assertThat(rows.stream().sorted()).as(table).isEqualTo(rows(ours, table));
            }
        }
    }

    private static String script(String program) {
        return Console.of("views", finished, "--for", program).out();
    }

    private static SparkSession ours() {
        SparkSession spark = SparkSession.active().newSession();
        Views.register(spark, finished);
        return spark;
    }

    private static List<String> rows(SparkSession spark, String table) {
        return spark.sql("SELECT " + plainColumns(table) + " FROM " + table).collectAsList().stream()
                .map(row -> CollectionConverters.asJava(row.toSeq()).toString())
                .sorted()
                .toList();
    }

    /** Those that every program writes alike. */
    private static String plainColumns(String table) {
        return TableColumns.ALL.stream()
                .filter(column -> column.table().equals(table)
                        && !List.of("STRUCT", "TIMESTAMP").contains(column.type())
                        && !column.name().equals("table"))
                .map(TableColumns.Entry::name)
                .collect(Collectors.joining(", "));
    }

    private static List<String> columns(Connection duckDb, String file) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet answer = statement.executeQuery("DESCRIBE SELECT * FROM " + file)) {
            while (answer.next()) {
                columns.add(answer.getString(1) + " " + DUCKDB_TYPES.get(answer.getString(2)));
            }
        }
        return columns;
    }

    private static Console typed(String text, String... options) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return Console.of(Stream.concat(Stream.of("sql", finished), Stream.of(options))
                    .toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }
}
