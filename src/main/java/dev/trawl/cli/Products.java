package dev.trawl.cli;

import dev.trawl.report.Report;
import dev.trawl.spark.ResultStore;
import dev.trawl.spark.Sessions;
import dev.trawl.spark.Table;
import dev.trawl.spark.Tables;
import dev.trawl.spark.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** What is made of a sweep's rows when it ends: tables, and a page to look at. */
final class Products {

    private static final int ROWS_SHOWN = 10;

    private Products() {}

    /** Whether the tables and the page are there and no older than the rows. */
    static boolean areCurrent(String directory) {
        try {
            Path root = new Path(directory);
            FileSystem files = root.getFileSystem(Sessions.hadoop());
            long rows = newest(files.globStatus(new Path(root, "trials/segment-*.parquet")));
            for (String name : Tables.NAMES) {
                for (String format : List.of(".csv", ".parquet")) {
                    if (!isCurrent(files, new Path(root, "tables/" + name + format), rows)) {
                        return false;
                    }
                }
            }
            return isCurrent(files, new Path(root, ResultStore.REPORT), rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private static boolean isCurrent(FileSystem files, Path path, long rows) throws IOException {
        return files.exists(path) && files.getFileStatus(path).getModificationTime() >= rows;
    }

    /** Makes the tables and the page of the results in {@code directory}, and prints how each table begins. */
    static void make(SparkSession spark, String directory, PrintWriter out) {
        makeTables(spark, directory, out);
        out.println("A page to look at: " + Report.write(spark, directory));
        out.flush();
    }

    /** Makes the tables of the results in {@code directory}, and prints how each begins. */
    static void makeTables(SparkSession spark, String directory, PrintWriter out) {
        for (Table table : Tables.make(spark, directory)) {
            if (table.count() > 0) {
                TableDigest digest = TableDigest.of(table);
                out.println();
                out.println(digest.heading());
                out.print(TextTable.of(digest.table(), ROWS_SHOWN));
            }
        }
        out.println();
        out.println("Tables, whole: " + directory + "/tables/*.csv and *.parquet");
        out.flush();
    }

    private static long newest(FileStatus @Nullable [] files) {
        return files == null
                ? 0
                : Arrays.stream(files)
                        .mapToLong(FileStatus::getModificationTime)
                        .max()
                        .orElse(0);
    }
}
