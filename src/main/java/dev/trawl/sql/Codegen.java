package dev.trawl.sql;

import dev.trawl.store.RowFormat;
import dev.trawl.store.Segments;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Whether Spark compiles its queries to Java, or interprets them. To compile one takes a few tenths of a second, more
 * than its answer where rows are few. Spark tests its SQL both ways. Typed datasets it does not decode both ways (the
 * catalog's lists fail uncompiled), so this is for sessions in which SQL is asked.
 */
final class Codegen {

    /** As rows of 5,000 to 10,000 trials take. Beyond, compiled queries are faster: with 100,000 by half. */
    static final long LEAST_BYTES = 512 << 10;

    private static final Map<String, String> ON =
            Map.of("spark.sql.codegen.wholeStage", "true", "spark.sql.codegen.factoryMode", "FALLBACK");
    private static final Map<String, String> OFF =
            Map.of("spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    /** Headers, dictionaries and footer of a segment of trials, however few they are. */
    private static final long FILE_BYTES = 12_000;

    private Codegen() {}

    /** Sets what suits queries of the rows that there are. */
    static void suit(SparkSession spark, Segments segments) {
        suit(
                spark,
                Stream.of(RowFormat.TRIALS, RowFormat.CURVES)
                        .flatMap(format -> segments.list(format).stream())
                        .mapToLong(file -> Math.max(0, file.getLen() - FILE_BYTES))
                        .sum());
    }

    /** Sets what suits queries of rows that take so many bytes, unless spark-submit was told. */
    static void suit(SparkSession spark, long bytes) {
        var given = spark.sparkContext().getConf();
        if (ON.keySet().stream().noneMatch(given::contains)) {
            (bytes < LEAST_BYTES ? OFF : ON).forEach(spark.conf()::set);
        }
    }
}
