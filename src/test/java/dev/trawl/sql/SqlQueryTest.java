package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlQueryTest {

    @TempDir
    static Path dir;

    private static SparkSession spark;

    @BeforeAll
    static void sweep() {
        spark = TableSession.open();
        new MadeTrials().row("seed", 1L).row("seed", 2L).write(spark, dir);
        Tables.make(spark, dir.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) AS c FROM trials",
                "  -- how many\n select count(*) as c from pruning;",
                "WITH t AS (SELECT 1 AS one) SELECT one FROM t ORDER BY 1 LIMIT 3",
                "SELECT stage FROM trials UNION ALL SELECT stage FROM runs",
                "VALUES (1, 2)",
            })
    void queriesAreAnswered(String query) {
        assertThat(SqlQuery.ask(spark, query).rows()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP VIEW trials",
                "DROP TABLE trials",
                "CREATE TABLE t AS SELECT * FROM trials",
                "CREATE TEMPORARY VIEW v AS SELECT 1",
                "INSERT INTO trials VALUES (1)",
                "INSERT OVERWRITE DIRECTORY '/tmp/x' USING parquet SELECT 1",
                "FROM trials INSERT INTO a SELECT * INSERT INTO b SELECT *",
                "WITH t AS (SELECT 1) INSERT INTO trials SELECT * FROM t",
                "DELETE FROM trials",
                "UPDATE trials SET k = 1",
                "SET spark.sql.ansi.enabled=false",
                "EXPLAIN SELECT 1",
                "SHOW TABLES",
                "ADD JAR 'x.jar'",
                "BEGIN SELECT 1; END",
                "SELECT 1; SELECT 2",
                "EXECUTE IMMEDIATE 'SELECT 1'",
                "EXECUTE IMMEDIATE 'DROP VIEW trials'",
                "SELECT 1 + length(Reflect('java.lang.System', 'getProperty', 'user.home'))",
                "SELECT * FROM trials WHERE seed IN (SELECT java_method('java.util.UUID', 'randomUUID'))",
                "SELECT max(seed) FROM trials GROUP BY try_reflect('java.util.UUID', 'randomUUID')",
                "SELECT TRANSFORM(seed) USING 'cat' AS (s) FROM trials",
                "WITH t AS (SELECT TRANSFORM(seed) USING 'cat' AS (s) FROM trials) SELECT * FROM t",
                "WITH t AS (SELECT 1), u AS (SELECT (SELECT TRANSFORM(1) USING 'cat' AS (s)) AS s) SELECT * FROM u",
                "SELECT * FROM trials WHERE seed IN (SELECT TRANSFORM(seed) USING 'cat' AS (s) FROM trials)",
                "SELECT * FROM trials JOIN LATERAL (SELECT TRANSFORM(1) USING 'cat' AS (s)) ON true",
                "SELECT * FROM trials ORDER BY (SELECT TRANSFORM(1) USING 'cat' AS (s))",
                "",
            })
    void whatIsNoSingleQueryIsRefused(String statement) {
        assertThatThrownBy(() -> SqlQuery.ask(spark, statement)).isInstanceOf(SqlQuery.Refused.class);
        assertThatThrownBy(() -> SqlQuery.stream(spark, statement)).isInstanceOf(SqlQuery.Refused.class);
        assertThat(spark.table("trials").count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP VIEW trials",
                "SELECT nonsense FROM trials",
                "SELECT 1 FROM nowhere",
                "SELECT FROM WHERE",
                "SELECT 1/0 FROM trials",
                "SELECT no_such_function(seed) FROM trials",
                "SELECT seed, count(*) FROM trials",
                "SELECT CAST(stage AS INT) FROM trials",
            })
    void whatIsWrongTakesOneLine(String query) {
        assertThatThrownBy(() -> SqlQuery.ask(spark, query))
                .isInstanceOf(SqlQuery.Refused.class)
                .satisfies(e -> {
                    assertThat(e.getMessage().lines()).hasSize(1);
                    assertThat(e.getMessage()).doesNotStartWith("[").doesNotContain("SQLSTATE");
                    assertThatThrownBy(() -> SqlQuery.stream(spark, query))
                            .as("before a row is written")
                            .isInstanceOf(SqlQuery.Refused.class)
                            .hasMessage(e.getMessage());
                });
    }

    @Test
    void aLongAnswerIsNotHeld() {
        var rows = SqlQuery.stream(spark, "SELECT id FROM range(0, 100000000000, 1, 10000000)")
                .rows();

        assertThat(rows.next().getLong(0)).isZero();
        assertThat(rows.next().getLong(0)).isEqualTo(1);
    }

    @Test
    void whatIsWrongFurtherDownTakesOneLineToo() {
        var rows = SqlQuery.stream(spark, "SELECT 1 / (5 - id) FROM range(0, 10, 1, 10)")
                .rows();

        assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                .isInstanceOf(SqlQuery.Refused.class)
                .message()
                .startsWith("Division by zero")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT l2 FROM phase_transition                       | l2 | phase_transition t JOIN cells USING (cell)",
                "SELECT t.L2 FROM Pruning t ORDER BY 1                 | l2 | pruning t JOIN cells USING (cell)",
                "WITH t AS (SELECT h FROM runs) SELECT * FROM t        | h  | runs t JOIN cells USING (cell)",
                "SELECT p FROM hidden_nodes WHERE lr > 0               | lr | hidden_nodes t JOIN cells USING (cell)",
                "SELECT lr FROM sorted_runs JOIN cells USING (cell)    | lr | cells t",
                "SELECT batch, * FROM curves                           | batch | curves t JOIN trials USING (trial_id, stage)",
                "SELECT lr, * FROM real_data                           | lr | trials",
            })
    void whereASettingIsNoColumnTheLineSaysHowToAskForIt(String query, String setting, String from) {
        assertThatThrownBy(() -> SqlQuery.ask(spark, query))
                .isInstanceOf(SqlQuery.Refused.class)
                .satisfies(e -> {
                    assertThat(e.getMessage())
                            .startsWith("A column")
                            .contains("cannot be resolved")
                            .hasLineCount(1);
                    assertThat(e.getMessage()).endsWith(" FROM " + from);
                    String[] parts = e.getMessage().split(" " + setting + " is a setting: ");
                    assertThat(parts).hasSize(2);
                    assertThat(SqlQuery.ask(spark, parts[1]).schema().fieldNames())
                            .contains(setting);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT nonsense FROM runs", "SELECT l2 FROM (SELECT p FROM trials)", "SELECT l2"})
    void whatIsNoSettingOfThatTableHasNoHint(String query) {
        assertThatThrownBy(() -> SqlQuery.ask(spark, query)).message().doesNotContain("is a setting");
    }

    @Test
    void inAQuestionOfSeveralLinesTheLineIsNamed() {
        assertThatThrownBy(() -> SqlQuery.ask(spark, "SELECT 1\nFROM trials\nGROUP stage"))
                .message()
                .matches("line 3, column [0-9]+: Syntax error.*")
                .hasLineCount(1);
        assertThatThrownBy(() -> SqlQuery.ask(spark, "SELECT stage,\n  nonsense\nFROM trials"))
                .message()
                .startsWith("line 2, column 3: A column")
                .hasLineCount(1);
        assertThatThrownBy(() -> SqlQuery.ask(spark, "SELECT 1 FROM trials GROUP stage"))
                .message()
                .startsWith("Syntax error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1/0", "SELECT 1 % 0", "SELECT CAST(1e10 AS INT)", "SELECT 2147483647 + 1"})
    void noLineAdvisesToSetWhatCannotBeSet(String query) {
        assertThatThrownBy(() -> SqlQuery.ask(spark, query))
                .isInstanceOf(SqlQuery.Refused.class)
                .message()
                .doesNotContain("spark.", "set ")
                .endsWith(".");
    }
}
