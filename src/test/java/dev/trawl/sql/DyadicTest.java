package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Against decimal numbers as long as they need to be. */
class DyadicTest {

    private static final double[] EXTREMES = {
        0, -0.0, 1, -1, 0.1, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE
    };

    @Test
    void everyFiniteDoubleIsOne() {
        doubles().forEach(value -> {
            Dyadic dyadic = Dyadic.of(value);

            assertThat(decimal(dyadic)).as("%s", value).isEqualByComparingTo(new BigDecimal(value));
            assertThat(dyadic.doubleValue()).isEqualTo(value + 0.0);
        });
    }

    @Test
    void sumsDifferencesAndProductsAreExact() {
        for (double a : EXTREMES) {
            doubles().forEach(b -> {
                var x = new BigDecimal(a);
                var y = new BigDecimal(b);

                assertThat(decimal(Dyadic.of(a).plus(Dyadic.of(b)))).isEqualByComparingTo(x.add(y));
                assertThat(decimal(Dyadic.of(a).minus(Dyadic.of(b)))).isEqualByComparingTo(x.subtract(y));
                assertThat(decimal(Dyadic.of(a).times(Dyadic.of(b)))).isEqualByComparingTo(x.multiply(y));
            });
        }
    }

    @Test
    void aQuotientIsRoundedOnce() {
        doubles().forEach(value -> assertThat(Dyadic.of(value).dividedBy(BigInteger.valueOf(7)))
                .isEqualByComparingTo(new BigDecimal(value).divide(BigDecimal.valueOf(7), Dyadic.DIGITS)));
    }

    @Test
    void whatIsWrittenIsRead() {
        doubles().mapToObj(Dyadic::of).map(each -> each.times(each)).forEach(square -> {
            var bytes = ByteBuffer.allocate(square.size());
            square.writeTo(bytes);

            assertThat(bytes.remaining()).isZero();
            assertThat(Dyadic.readFrom(bytes.flip())).isEqualTo(square);
        });
    }

    /** Of any size, and of the size that losses and accuracies have. */
    private static DoubleStream doubles() {
        var any = new Random(1);
        var some = DoubleStream.generate(() -> Double.longBitsToDouble(any.nextLong()))
                .filter(Double::isFinite)
                .limit(500);
        return DoubleStream.concat(DoubleStream.of(EXTREMES), DoubleStream.concat(some, any.doubles(500)));
    }

    private static BigDecimal decimal(Dyadic dyadic) {
        var units = new BigDecimal(dyadic.units());
        BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(dyadic.exponent()));
        return dyadic.exponent() < 0 ? units.divide(power) : units.multiply(power);
    }
}
