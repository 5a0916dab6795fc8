package dev.trawl.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;

/**
 * A dyadic rational, {@code units * 2^exponent}: every finite double is one, and sums, differences and products of them
 * are, whatever their size. A {@link BigDecimal} counts in powers of ten, and takes three times as many bits for a
 * double.
 */
record Dyadic(BigInteger units, int exponent) {

    static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);

    /** Twice the digits of a double and more: what is rounded to a double afterwards is as good as exact. */
    static final MathContext DIGITS = new MathContext(40);

    /** Bits of a double behind its first. */
    private static final int MANTISSA = 52;

    /** @param value finite */
    static Dyadic of(double value) {
        if (value == 0) {
            return ZERO;
        }
        int last = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - MANTISSA; // of its last bit
        long units = (long) Math.scalb(value, -last);
        int zeros = Long.numberOfTrailingZeros(units);
        return new Dyadic(BigInteger.valueOf(units >> zeros), last + zeros);
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
