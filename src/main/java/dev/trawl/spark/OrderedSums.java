package dev.trawl.spark;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/**
 * The two SQL functions that the tables sum with: {@code mean_in_order(collect_list(x))} and {@code std_in_order(...)}.
 *
 * <p>Spark's own {@code avg} and {@code stddev} add up in the order in which partitions arrive, so their last bits change
 * from run to run. These add in ascending order of the values, whatever the partitions.
 */
final class OrderedSums {

    private OrderedSums() {}

    static void register(SparkSession spark) {
        register(spark, "mean_in_order", OrderedSums::meanOrNull);
        register(spark, "std_in_order", OrderedSums::stdOrNull);
    }

    private static void register(
            SparkSession spark, String name, UDF1<@Nullable Seq<Double>, @Nullable Double> function) {
        spark.udf().register(name, function, DataTypes.DoubleType);
    }

    /** The mean; null of no values. */
    private static @Nullable Double meanOrNull(@Nullable Seq<Double> values) {
        double[] sorted = sorted(values);
        return sorted.length == 0 ? null : mean(sorted, value -> value);
    }

    /** The sample standard deviation (divisor count - 1); null of fewer than two values. */
    private static @Nullable Double stdOrNull(@Nullable Seq<Double> values) {
        double[] sorted = sorted(values);
        if (sorted.length < 2) {
            return null;
        }
        double mean = mean(sorted, value -> value);
        double variance = mean(sorted, value -> (value - mean) * (value - mean));
        return StrictMath.sqrt(variance * sorted.length / (sorted.length - 1));
    }

    private static double mean(double[] sorted, DoubleUnaryOperator term) {
        double sum = 0;
        for (double value : sorted) {
            sum += term.applyAsDouble(value);
        }
        return sum / sorted.length;
    }

    private static double[] sorted(@Nullable Seq<Double> values) {
        if (values == null) {
            return new double[0];
        }
        double[] sorted = new double[values.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values.apply(i);
        }
        Arrays.sort(sorted);
        return sorted;
    }
}
