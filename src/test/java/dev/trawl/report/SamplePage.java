package dev.trawl.report;

import dev.trawl.sql.TableSession;
import dev.trawl.sql.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The report of {@link SampleSweep}, made once for all tests. */
final class SamplePage {

    private static Path dir = Path.of("");

    private SamplePage() {}

    static synchronized Path file() {
        if (dir.toString().isEmpty()) {
            try {
                dir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sample-report");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var spark = TableSession.open();
            SampleSweep.write(spark, dir);
            Report.write(Tables.make(spark.newSession(), dir.toString()), dir.toString(), name -> {});
        }
        return dir.resolve("report/index.html").toAbsolutePath();
    }

    /** A session with all that the figures ask. */
    static SparkSession session() {
        file();
        return MadeResults.session(dir);
    }

    /** Where the results are. */
    static Path results() {
        file();
        return dir;
    }

    static String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
