package dev.trawl.prune;

import dev.trawl.kernel.Layer;
import dev.trawl.kernel.TrainingState;

/** The norms of hidden units' incoming weights, and the rescaling by them (the paper, equation 3). */
final class UnitNorms {

    private UnitNorms() {}

    /** (units): the 2-norm of each unit's incoming weights; sums in double, input by input. */
    static double[] of(Layer layer) {
        int units = layer.units();
        double[] norms = new double[units];
        for (int input = 0, i = 0; input < layer.inputs(); input++) {
            for (int unit = 0; unit < units; unit++, i++) {
                double weight = layer.weights().data[i];
                norms[unit] += weight * weight;
            }
        }
        for (int unit = 0; unit < units; unit++) {
            norms[unit] = Math.sqrt(norms[unit]);
        }
        return norms;
    }

    /**
     * Gives every unit of hidden layer {@code l} incoming weights of norm 1, its bias along, and hands the factor on to
     * its outgoing weights. The network's function stays; a unit without incoming weights stays as it is.
     */
    static void normalise(TrainingState state, int l) {
        Layer layer = state.layers().get(l);
        Layer above = state.layers().get(l + 1);
        double[] norms = of(layer);
        int units = layer.units();
        for (int input = 0, i = 0; input < layer.inputs(); input++) {
            for (int unit = 0; unit < units; unit++, i++) {
                layer.weights().data[i] = (float) (layer.weights().data[i] / positive(norms[unit]));
            }
        }
        for (int unit = 0; unit < units; unit++) {
            double norm = positive(norms[unit]);
            layer.biases().data[unit] = (float) (layer.biases().data[unit] / norm);
            for (int i = unit * above.units(); i < (unit + 1) * above.units(); i++) {
                above.weights().data[i] = (float) (above.weights().data[i] * norm);
            }
        }
    }

    private static double positive(double norm) {
        return norm > 0 ? norm : 1;
    }
}
