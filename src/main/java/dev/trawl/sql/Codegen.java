package dev.trawl.sql;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Whether Spark compiles its queries to Java, or interprets them. To compile one takes a few tenths of a second, more
 * than its answer where rows are few.
 */
final class Codegen {

    /** Files of some 10,000 trials. From there on compiled queries are the faster ones, by half with 100,000. */
    static final long LEAST_BYTES = 512 << 10;

    private static final Map<String, String> ON =
            Map.of("spark.sql.codegen.wholeStage", "true", "spark.sql.codegen.factoryMode", "FALLBACK");
    private static final Map<String, String> OFF =
            Map.of("spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    private Codegen() {}

    /** Sets what suits queries of rows that take so many bytes in their files, unless spark-submit was told. */
    static void suit(SparkSession spark, long bytes) {
        var given = spark.sparkContext().getConf();
        (bytes < LEAST_BYTES ? OFF : ON).forEach((key, value) -> spark.conf().set(key, given.get(key, value)));
    }
}
