package dev.trawl.sql;

import java.math.BigInteger;
import java.nio.ByteBuffer;
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

    private ExactSums() {}

    static void register(SparkSession spark) {
        spark.udf().register("exact_mean", functions.udaf(new Mean(), Encoders.DOUBLE()));
        spark.udf().register("exact_std", functions.udaf(new Std(), Encoders.DOUBLE()));
    }

    /**
     * What has been added up so far. Values that are no number, or infinite, add to {@code rest}. Spark makes, reads
     * and writes it as a bean: between tasks, and where memory runs short, a group's sums are its few bytes.
     */
    public static final class Sums {

        private long count;
        private double rest;
        private Dyadic sum = Dyadic.ZERO;
        private Dyadic squares = Dyadic.ZERO;

        private Sums add(double value, boolean squared) {
            count++;
            if (!Double.isFinite(value)) {
                rest += value;
                return this;
            }
            Dyadic exact = Dyadic.of(value);
            sum = sum.plus(exact);
            if (squared) {
                squares = squares.plus(exact.times(exact));
            }
            return this;
        }

        private Sums add(Sums other) {
            count += other.count;
            rest += other.rest;
            sum = sum.plus(other.sum);
            squares = squares.plus(other.squares);
            return this;
        }

        private double mean() {
            if (rest != 0) {
                return rest;
            }
            // A group of one is common, and a division to forty digits is not cheap.
            return count == 1
                    ? sum.doubleValue()
                    : sum.dividedBy(BigInteger.valueOf(count)).doubleValue();
        }

        private double std() {
            if (rest != 0) {
                return Double.NaN;
            }
            BigInteger runs = BigInteger.valueOf(count);
            Dyadic spread = squares.times(runs).minus(sum.times(sum));
            return spread.dividedBy(runs.multiply(BigInteger.valueOf(count - 1)))
                    .sqrt(Dyadic.DIGITS)
                    .doubleValue();
        }

        public byte[] getBytes() {
            var bytes = ByteBuffer.allocate(2 * Long.BYTES + sum.size() + squares.size())
                    .putLong(count)
                    .putDouble(rest);
            sum.writeTo(bytes);
            squares.writeTo(bytes);
            return bytes.array();
        }

        public void setBytes(byte[] written) {
            var bytes = ByteBuffer.wrap(written);
            count = bytes.getLong();
            rest = bytes.getDouble();
            sum = Dyadic.readFrom(bytes);
            squares = Dyadic.readFrom(bytes);
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
            return Encoders.bean(Sums.class);
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
