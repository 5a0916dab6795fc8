package dev.trawl.sql;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * The two SQL functions that the tables sum with: {@code exact_mean(x)} and {@code exact_std(x)}.
 *
 * <p>Spark's own {@code avg} and {@code stddev} add up in the order in which partitions arrive, so their last bits
 * change from run to run. These add without rounding, and round once at the end: whatever the partitions, the bits are
 * the same.
 */
public final class ExactSums {

    /** Twice the digits of a double and more: what is rounded to a double afterwards is as good as exact. */
    private static final MathContext DIGITS = new MathContext(40);

    private ExactSums() {}

    static void register(SparkSession spark) {
        spark.udf().register("exact_mean", functions.udaf(new Mean(), Encoders.DOUBLE()));
        spark.udf().register("exact_std", functions.udaf(new Std(), Encoders.DOUBLE()));
    }

    /**
     * What has been added up so far; Spark serializes public classes only. Values that are no number, or infinite, add
     * to {@code rest}.
     */
    public static final class Sums implements Serializable {

        private long count;
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal squares = BigDecimal.ZERO;
        private double rest;

        private Sums add(double value, boolean squared) {
            count++;
            if (!Double.isFinite(value)) {
                rest += value;
                return this;
            }
            BigDecimal exact = new BigDecimal(value);
            sum = sum.add(exact);
            if (squared) {
                squares = squares.add(exact.multiply(exact));
            }
            return this;
        }

        private Sums add(Sums other) {
            count += other.count;
            sum = sum.add(other.sum);
            squares = squares.add(other.squares);
            rest += other.rest;
            return this;
        }

        private double mean() {
            return rest != 0
                    ? rest
                    : sum.divide(BigDecimal.valueOf(count), DIGITS).doubleValue();
        }

        private double std() {
            if (rest != 0) {
                return Double.NaN;
            }
            BigDecimal runs = BigDecimal.valueOf(count);
            BigDecimal spread = runs.multiply(squares).subtract(sum.multiply(sum));
            return spread.divide(runs.multiply(BigDecimal.valueOf(count - 1)), DIGITS)
                    .sqrt(DIGITS)
                    .doubleValue();
        }
    }

    private abstract static class Summing extends Aggregator<@Nullable Double, Sums, @Nullable Double> {

        private final boolean squared;

        Summing(boolean squared) {
            this.squared = squared;
        }

        @Override
        public Sums zero() {
            return new Sums();
        }

        @Override
        public Sums reduce(Sums sums, @Nullable Double value) {
            return value == null ? sums : sums.add(value, squared);
        }

        @Override
        public Sums merge(Sums sums, Sums more) {
            return sums.add(more);
        }

        @Override
        public Encoder<Sums> bufferEncoder() {
            return Encoders.kryo(Sums.class);
        }

        @Override
        public Encoder<Double> outputEncoder() {
            return Encoders.DOUBLE();
        }
    }

    /** The mean; null of no values. */
    private static final class Mean extends Summing {

        Mean() {
            super(false);
        }

        @Override
        public @Nullable Double finish(Sums sums) {
            return sums.count == 0 ? null : sums.mean();
        }
    }

    /** The sample standard deviation (divisor count - 1); null of fewer than two values. */
    private static final class Std extends Summing {

        Std() {
            super(true);
        }

        @Override
        public @Nullable Double finish(Sums sums) {
            return sums.count < 2 ? null : sums.std();
        }
    }
}
