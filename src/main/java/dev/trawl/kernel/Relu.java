package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.SPECIES;
import static dev.trawl.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/** The activation of hidden layers. */
final class Relu {

    private Relu() {}

    /**
     * Applies max(z, 0) to {@code length} numbers from {@code from}, in place, as half of z + |z|: exact, keeps a NaN,
     * and costs three plain operations where max costs six.
     */
    static void apply(float[] z, int from, int length) {
        for (int i = 0; i < length; i += WIDTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, z, from + i);
            v.abs().add(v).mul(0.5f).intoArray(z, from + i);
        }
    }
}
