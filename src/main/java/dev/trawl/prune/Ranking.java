package dev.trawl.prune;

import dev.trawl.kernel.Layer;
import dev.trawl.kernel.TrainingState;
import java.util.Arrays;

/** What connections and units are ranked by. */
final class Ranking {

    private Ranking() {}

    /**
     * (inputs * units): |w| of each connection of layer {@code l}, times its source's norm if the ranking normalises.
     */
    static float[] connections(TrainingState state, int l, Normalise normalise) {
        Layer layer = state.layers().get(l);
        float[] magnitudes = new float[layer.inputs() * layer.units()];
        double[] factors = factors(state, l, normalise);
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = (float) (Math.abs(layer.weights().data[i]) * factors[i / layer.units()]);
        }
        return magnitudes;
    }

    /**
     * (inputs * units): |w| of each input connection, times the norm of its unit's outgoing weights. Rescaling a unit,
     * which leaves the network's function as it is, leaves this as it is too.
     */
    static float[] inputsOfRescaledUnits(TrainingState state) {
        float[] magnitudes = connections(state, 0, Normalise.NONE);
        float[] outgoing = units(state, 1, Normalise.NONE);
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] *= outgoing[i % outgoing.length];
        }
        return magnitudes;
    }

    /**
     * (inputs of layer l): the norm of each source unit's outgoing weights, times its own if the ranking normalises.
     */
    static float[] units(TrainingState state, int l, Normalise normalise) {
        Layer layer = state.layers().get(l);
        float[] magnitudes = new float[layer.inputs()];
        double[] factors = factors(state, l, normalise);
        for (int unit = 0; unit < magnitudes.length; unit++) {
            double sum = 0;
            for (int i = unit * layer.units(); i < (unit + 1) * layer.units(); i++) {
                double weight = layer.weights().data[i];
                sum += weight * weight;
            }
            magnitudes[unit] = (float) (Math.sqrt(sum) * factors[unit]);
        }
        return magnitudes;
    }

    private static double[] factors(TrainingState state, int l, Normalise normalise) {
        if (normalise == Normalise.RANKING) {
            return UnitNorms.of(state.layers().get(l - 1));
        }
        double[] ones = new double[state.layers().get(l).inputs()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
