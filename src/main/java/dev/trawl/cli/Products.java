package dev.trawl.cli;

import dev.trawl.report.Figure;
import dev.trawl.report.Report;
import dev.trawl.sql.MadeTables;
import dev.trawl.sql.Table;
import dev.trawl.sql.Tables;
import dev.trawl.sql.TextTable;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** What is made of a sweep's rows when it ends: tables, and a page to look at. */
final class Products {

    /** A table of at most so many rows is shown whole: the quickstart's, with the pruned networks at its end. */
    private static final int MOST_ROWS = 16;

    /** Of a longer one, so many say what it is. */
    private static final int HEAD = 5;

    private Products() {}

    /** Makes the tables and the page of the results in {@code directory}, and prints how each table begins. */
    static void make(SparkSession spark, String directory, PrintWriter out, ProgressLine progress) {
        MadeTables made = makeTables(spark, directory, out, progress);
        out.println("Making the page ...");
        out.flush();
        makePage(made, directory, out, progress);
    }

    /** Makes the page of the results in {@code directory}, whose tables were just made, and says where it is. */
    static void makePage(MadeTables made, String directory, PrintWriter out, ProgressLine progress) {
        show(Report.write(made, directory, namingFigures(progress)), out, progress);
    }

    /** The same of whatever is there. */
    static void makePage(SparkSession spark, String directory, PrintWriter out, ProgressLine progress) {
        show(Report.write(spark, directory, namingFigures(progress)), out, progress);
    }

    private static void show(String page, PrintWriter out, ProgressLine progress) {
        progress.clear();
        out.println("A page to look at: " + page);
        out.flush();
    }

    /** Makes the tables of the results in {@code directory}, and prints how each begins. */
    static MadeTables makeTables(SparkSession spark, String directory, PrintWriter out, ProgressLine progress) {
        out.println("Making tables ...");
        out.flush();
        MadeTables made = makeTables(spark, directory, progress);
        for (Table table : made.tables()) {
            if (table.count() > 0) {
                TableDigest digest = TableDigest.of(table);
                out.println();
                out.println(digest.heading());
                out.print(TextTable.of(digest.table(), table.count() <= MOST_ROWS ? MOST_ROWS : HEAD));
            }
        }
        out.println();
        out.println("Tables, whole: " + directory + "/tables/*.csv and *.parquet");
        out.flush();
        return made;
    }

    /** The same, and prints nothing of them. */
    static MadeTables makeTables(SparkSession spark, String directory, ProgressLine progress) {
        MadeTables made = Tables.make(spark, directory, naming(progress, "table", Tables.NAMES.size()));
        progress.clear();
        return made;
    }

    private static Consumer<String> namingFigures(ProgressLine progress) {
        return naming(progress, "figure", Figure.NAMES.size());
    }

    /** Shows what is being made: {@code table 3 of 7: pruning}. */
    private static Consumer<String> naming(ProgressLine progress, String kind, int total) {
        AtomicInteger begun = new AtomicInteger();
        return name -> progress.note(kind + " " + begun.incrementAndGet() + " of " + total + ": " + name);
    }
}
