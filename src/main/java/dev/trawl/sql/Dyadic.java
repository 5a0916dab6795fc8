package dev.trawl.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;

/**
 * A dyadic rational, {@code units * 2^exponent}: every finite double is one, and sums, differences and products of them
 * are, whatever their size. In units of ten, as {@link BigDecimal} has them, a double takes three times as many digits.
 */
record Dyadic(BigInteger units, int exponent) {

    static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);

    /** Twice the digits of a double and more: what is rounded to a double afterwards is as good as exact. */
    static final MathContext DIGITS = new MathContext(40);

    private static final int MANTISSA = 52;
    private static final int LEAST_EXPONENT = Double.MIN_EXPONENT - MANTISSA;

    /** @param value finite */
    static Dyadic of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long mantissa = bits & ((1L << MANTISSA) - 1);
        int power = Math.getExponent(value); // one less than the least for zero and for subnormal numbers
        if (power >= Double.MIN_EXPONENT) {
            mantissa |= 1L << MANTISSA;
        }
        if (mantissa == 0) {
            return ZERO;
        }
        int zeros = Long.numberOfTrailingZeros(mantissa);
        long units = mantissa >> zeros;
        int exponent = Math.max(power - MANTISSA, LEAST_EXPONENT) + zeros;
        return new Dyadic(BigInteger.valueOf(bits < 0 ? -units : units), exponent);
    }

    /** Of one that is a double. */
    double doubleValue() {
        return Math.scalb(units.doubleValue(), exponent);
    }

    Dyadic plus(Dyadic other) {
        if (units.signum() == 0) {
            return other;
        }
        if (other.units.signum() == 0) {
            return this;
        }
        int least = Math.min(exponent, other.exponent);
        return new Dyadic(unitsOf(least).add(other.unitsOf(least)), least);
    }

    Dyadic minus(Dyadic other) {
        return plus(new Dyadic(other.units.negate(), other.exponent));
    }

    Dyadic times(Dyadic other) {
        return new Dyadic(units.multiply(other.units), exponent + other.exponent);
    }

    Dyadic times(BigInteger factor) {
        return new Dyadic(units.multiply(factor), exponent);
    }

    /** To {@link #DIGITS}. */
    BigDecimal dividedBy(BigInteger divisor) {
        return new BigDecimal(units.shiftLeft(Math.max(exponent, 0)))
                .divide(new BigDecimal(divisor.shiftLeft(Math.max(-exponent, 0))), DIGITS);
    }

    /** Bytes that {@link #writeTo} takes. */
    int size() {
        return 2 * Short.BYTES + units.bitLength() / Byte.SIZE + 1;
    }

    void writeTo(ByteBuffer bytes) {
        byte[] digits = units.toByteArray();
        bytes.putShort((short) exponent).putShort((short) digits.length).put(digits);
    }

    static Dyadic readFrom(ByteBuffer bytes) {
        int exponent = bytes.getShort();
        byte[] digits = new byte[bytes.getShort()];
        bytes.get(digits);
        return new Dyadic(new BigInteger(digits), exponent);
    }

    /** In units of 2^{@code least}, which is at most the exponent. */
    private BigInteger unitsOf(int least) {
        return units.shiftLeft(exponent - least);
    }
}
