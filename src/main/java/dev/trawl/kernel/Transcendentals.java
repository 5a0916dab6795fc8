package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * exp and log to about one unit in the last place, of plain operations in one written order: the same bits on every
 * machine and vector width. They work in place on a stretch of an array, a multiple of 16 long: a vector given to a
 * method or returned by it goes to the heap when the compiler does not inline the call.
 */
final class Transcendentals {

    private static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts, the first with few enough bits for its multiples to be exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;
    /** 1.5 * 2^23: adding it leaves the rounded integer in the low bits. */
    private static final float ROUND = 12582912f;

    private static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);
    /**
     * Below it exp is held at 1e-13: smaller slopes, times a weight, would be subnormal and cost a hundred times as
     * much.
     */
    private static final float LOWEST = -30f;

    private static final int EXPONENT_OF_ONE = 127 << 23;
    /** The bits of sqrt(1/2): mantissas are taken from there to sqrt(2). */
    private static final int SQRT_HALF = 0x3f3504f3;

    private Transcendentals() {}

    /** exp(-|x|). With -|x| = n ln 2 + r the Taylor series of exp(r), |r| < 0.35, is scaled by 2^n. */
    static void expOfMinusAbs(float[] x, int from, int length) {
        for (int i = from; i < from + length; i += WIDTH) {
            FloatVector bounded =
                    FloatVector.fromArray(SPECIES, x, i).abs().neg().max(LOWEST);
            FloatVector shifted = bounded.mul(LOG2_E).add(ROUND);
            FloatVector n = shifted.sub(ROUND);
            FloatVector r = n.mul(-LN2_LOW).add(n.mul(-LN2_HIGH).add(bounded));
            FloatVector series = r.mul(1f / 5040).add(1f / 720);
            series = series.mul(r).add(1f / 120);
            series = series.mul(r).add(1f / 24);
            series = series.mul(r).add(1f / 6);
            series = series.mul(r).add(0.5f);
            series = series.mul(r.mul(r)).add(r).add(1f);
            IntVector power = shifted.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(EXPONENT_OF_ONE);
            series.mul(power.reinterpretAsFloats()).intoArray(x, i);
        }
    }

    /**
     * The loss and slope of one logit z with label y and d = exp(-|z|): loss = max(z, 0) - z y + log(1 + d), and
     * slope = (1 or d, as z >= 0 or not) / (1 + d) - y. With s = d / (2 + d), log(1 + d) = log((1 + s) / (1 - s)).
     *
     * @param z overwritten by {@code share} times the slopes
     * @param d overwritten by the losses
     */
    static void logistic(float[] z, float[] d, float[] y, int length, float share) {
        for (int i = 0; i < length; i += WIDTH) {
            FloatVector exp = FloatVector.fromArray(SPECIES, d, i);
            FloatVector s = exp.div(exp.add(2f));
            FloatVector square = s.mul(s);
            FloatVector series = square.mul(2f / 15).add(2f / 13);
            series = series.mul(square).add(2f / 11);
            series = series.mul(square).add(2f / 9);
            series = series.mul(square).add(2f / 7);
            series = series.mul(square).add(2f / 5);
            series = series.mul(square).add(2f / 3);
            FloatVector bend = series.mul(square).mul(s).add(s.add(s));
            FloatVector logit = FloatVector.fromArray(SPECIES, z, i);
            FloatVector label = FloatVector.fromArray(SPECIES, y, i);
            logit.abs().add(logit).mul(0.5f).sub(logit.mul(label)).add(bend).intoArray(d, i);
            IntVector negative = logit.reinterpretAsInts().lanewise(VectorOperators.ASHR, 31);
            IntVector change = exp.reinterpretAsInts().sub(EXPONENT_OF_ONE).and(negative);
            FloatVector numerator = change.add(EXPONENT_OF_ONE).reinterpretAsFloats();
            numerator.div(exp.add(1f)).sub(label).mul(share).intoArray(z, i);
        }
    }

    /**
     * log(x) for normal x of 1 or more: x = m 2^n with m in [sqrt(1/2), sqrt(2)).
     *
     * @param exponents workspace, as long as {@code x}
     */
    static void log(float[] x, float[] exponents, int length) {
        for (int i = 0; i < length; i += WIDTH) {
            IntVector bits = FloatVector.fromArray(SPECIES, x, i).reinterpretAsInts();
            IntVector n = bits.sub(SQRT_HALF).lanewise(VectorOperators.ASHR, 23);
            FloatVector m = bits.sub(n.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
            n.add(ROUND_BITS).reinterpretAsFloats().sub(ROUND).intoArray(exponents, i);
            m.sub(1f).div(m.add(1f)).intoArray(x, i);
        }
        logOfRatio(x, length);
        for (int i = 0; i < length; i += WIDTH) {
            FloatVector n = FloatVector.fromArray(SPECIES, exponents, i);
            FloatVector fraction = FloatVector.fromArray(SPECIES, x, i);
            n.mul(LN2_HIGH).add(n.mul(LN2_LOW).add(fraction)).intoArray(x, i);
        }
    }

    /** log((1 + s) / (1 - s)) = 2 (s + s^3/3 + s^5/5 + ...) for |s| up to 1/3. */
    private static void logOfRatio(float[] s, int length) {
        for (int i = 0; i < length; i += WIDTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, s, i);
            FloatVector square = v.mul(v);
            FloatVector series = square.mul(2f / 15).add(2f / 13);
            series = series.mul(square).add(2f / 11);
            series = series.mul(square).add(2f / 9);
            series = series.mul(square).add(2f / 7);
            series = series.mul(square).add(2f / 5);
            series = series.mul(square).add(2f / 3);
            series.mul(square).mul(v).add(v.add(v)).intoArray(s, i);
        }
    }
}
