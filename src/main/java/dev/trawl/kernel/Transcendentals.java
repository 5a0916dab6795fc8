package dev.trawl.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * exp and log to about one unit in the last place, of multiply-adds in one written order: the same bits on every machine
 * and vector width.
 */
final class Transcendentals {

    private static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts, the first with few enough bits for its multiples to be exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;
    /** 1.5 * 2^23: adding it leaves the rounded integer in the low bits. */
    private static final float ROUND = 12582912f;
    /** exp below this is not a normal number. */
    private static final float LOWEST = -87f;

    private static final int EXPONENT_OF_ONE = 127 << 23;
    /** The bits of sqrt(1/2): mantissas are taken from there to sqrt(2). */
    private static final int SQRT_HALF = 0x3f3504f3;

    private Transcendentals() {}

    /** exp(x) for x up to 0. With x = n ln 2 + r the Taylor series of exp(r), |r| < 0.35, is scaled by 2^n. */
    static FloatVector exp(FloatVector x) {
        FloatVector bounded = x.max(LOWEST);
        FloatVector shifted = bounded.mul(LOG2_E).add(ROUND);
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.mul(-LN2_LOW).add(n.mul(-LN2_HIGH).add(bounded));
        FloatVector series = r.mul(1f / 5040).add(1f / 720);
        series = series.mul(r).add(1f / 120);
        series = series.mul(r).add(1f / 24);
        series = series.mul(r).add(1f / 6);
        series = series.mul(r).add(0.5f);
        series = series.mul(r.mul(r)).add(r).add(1f);
        IntVector power =
                shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(EXPONENT_OF_ONE);
        return series.mul(power.reinterpretAsFloats());
    }

    /** log(1 + x) for x in [0, 1]. */
    static FloatVector log1p(FloatVector x) {
        return logOfRatio(x.div(x.add(2f)));
    }

    /** log(x) for normal x of 1 or more: x = m 2^n with m in [sqrt(1/2), sqrt(2)). */
    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector n = bits.sub(SQRT_HALF).lanewise(VectorOperators.ASHR, 23);
        FloatVector m = bits.sub(n.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
        FloatVector count =
                n.add(Float.floatToRawIntBits(ROUND)).reinterpretAsFloats().sub(ROUND);
        FloatVector fraction = logOfRatio(m.sub(1f).div(m.add(1f)));
        return count.mul(LN2_HIGH).add(count.mul(LN2_LOW).add(fraction));
    }

    /** log((1 + s) / (1 - s)) = 2 (s + s^3/3 + s^5/5 + ...) for |s| up to 1/3. */
    private static FloatVector logOfRatio(FloatVector s) {
        FloatVector square = s.mul(s);
        FloatVector series = square.mul(2f / 15).add(2f / 13);
        series = series.mul(square).add(2f / 11);
        series = series.mul(square).add(2f / 9);
        series = series.mul(square).add(2f / 7);
        series = series.mul(square).add(2f / 5);
        series = series.mul(square).add(2f / 3);
        return series.mul(square).mul(s).add(s.add(s));
    }
}
