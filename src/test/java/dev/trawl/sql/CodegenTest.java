package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That both ways give the same answers is in {@code ReportTest}, whose sample has something for every query. */
class CodegenTest {

    @TempDir
    Path dir;

    private final SparkSession session = TableSession.open().newSession();

    @Test
    void fewRowsAreInterpretedAndManyCompiled() {
        Codegen.suit(session, Codegen.LEAST_BYTES - 1);
        assertThat(isCompiled("SELECT id + 1 FROM range(9) WHERE id > 3")).isFalse();

        Codegen.suit(session, Codegen.LEAST_BYTES);
        assertThat(isCompiled("SELECT id + 1 FROM range(9) WHERE id > 3")).isTrue();
    }

    @Test
    void viewsOfAFewTrialsAreInterpreted() {
        Codegen.suit(session, Codegen.LEAST_BYTES);
        new MadeTrials().row("test_auc", 0.5).write(session, dir);

        Views.register(session, dir.toString());

        assertThat(isCompiled("SELECT p + 1 FROM trials WHERE p > 3")).isFalse();
    }

    /** As slow trials leave them. */
    @Test
    void manyFilesOfARowEachAreFewRows() throws IOException {
        new MadeTrials().row("test_auc", 0.5).write(session, dir);
        Path one = dir.resolve("trials/segment-000001.parquet");
        for (int i = 2; i <= 60; i++) {
            Files.copy(one, dir.resolve("trials/segment-0000%02d.parquet".formatted(i)));
        }

        Views.register(session, dir.toString());

        assertThat(60 * Files.size(one)).isGreaterThan(Codegen.LEAST_BYTES);
        assertThat(isCompiled("SELECT p + 1 FROM trials WHERE p > 3")).isFalse();
    }

    private boolean isCompiled(String query) {
        return session.sql("EXPLAIN " + query).first().getString(0).contains("*(1)");
    }
}
