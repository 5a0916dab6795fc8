package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/** {@link Adam} over a range of packed arrays, in single precision. Padding has gradient 0 and stays 0. */
final class AdamPass {

    private float l2;
    private float beta1;
    private float beta2;
    private float share1;
    private float share2;
    private float rate;
    private float unbias;
    private float epsilon;

    /** Sets the factors of step {@code step}. */
    void begin(Adam adam, long step) {
        l2 = (float) adam.l2();
        beta1 = (float) adam.beta1();
        beta2 = (float) adam.beta2();
        share1 = (float) (1 - adam.beta1());
        share2 = (float) (1 - adam.beta2());
        rate = (float) (adam.learningRate() / (1 - power(adam.beta1(), step)));
        unbias = (float) (1 / (1 - power(adam.beta2(), step)));
        epsilon = (float) adam.epsilon();
    }

    /** By repeated squaring; StrictMath.pow may allocate, and takes longer. */
    private static double power(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /**
     * Updates {@code length} weights of {@code layer} from {@code from}, a multiple of 16 as is {@code length}.
     *
     * @param g where the gradient of the weight at {@code from} is
     */
    void weights(PackedLayer layer, int from, int length, int g) {
        float[] memory = layer.memory();
        if (layer.masked) {
            int mask = layer.mask + from;
            for (int i = 0; i < length; i += WIDTH) {
                FloatVector living = FloatVector.fromArray(SPECIES, memory, mask + i);
                FloatVector.fromArray(SPECIES, memory, g + i).mul(living).intoArray(memory, g + i);
            }
        }
        update(memory, layer.weights + from, layer.firstMoments + from, layer.secondMoments + from, length, g);
    }

    void biases(PackedLayer layer) {
        int length = Lanes.padded(layer.units());
        update(
                layer.memory(),
                layer.biases,
                layer.firstBiasMoments,
                layer.secondBiasMoments,
                length,
                layer.biasGradient);
    }

    private void update(float[] memory, int weights, int first, int second, int length, int g) {
        for (int i = 0; i < length; i += WIDTH) {
            FloatVector w = FloatVector.fromArray(SPECIES, memory, weights + i);
            FloatVector slope = w.fma(w.broadcast(l2), FloatVector.fromArray(SPECIES, memory, g + i));
            FloatVector m =
                    FloatVector.fromArray(SPECIES, memory, first + i).mul(beta1).add(Adam.FIRST_GRAIN);
            m = slope.fma(slope.broadcast(share1), m).sub(Adam.FIRST_GRAIN);
            FloatVector v = FloatVector.fromArray(SPECIES, memory, second + i)
                    .mul(beta2)
                    .add(Adam.SECOND_GRAIN);
            v = slope.mul(share2).fma(slope, v).sub(Adam.SECOND_GRAIN);
            m.intoArray(memory, first + i);
            v.intoArray(memory, second + i);
            FloatVector scale = v.mul(unbias).sqrt().add(epsilon);
            w = w.sub(m.mul(rate).div(scale));
            w.add(Adam.WEIGHT_GRAIN).sub(Adam.WEIGHT_GRAIN).intoArray(memory, weights + i);
        }
    }
}
