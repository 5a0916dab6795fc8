package dev.trawl.kernel;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** The loss of a network in double precision, written as the formula says: what gradients are checked against. */
final class DoubleNetwork {

    private DoubleNetwork() {}

    /** Mean cross-entropy, with {@code step} added to parameter {@code index} of {@code matrix}. */
    static double loss(List<Layer> layers, FMatrixRMaj x, int[] labels, FMatrixRMaj matrix, int index, double step) {
        double sum = 0;
        for (int row = 0; row < x.numRows; row++) {
            double[] values = new double[x.numCols];
            for (int i = 0; i < values.length; i++) {
                values[i] = x.get(row, i);
            }
            for (int l = 0; l < layers.size(); l++) {
                values = sums(layers.get(l), values, matrix, index, step);
                for (int unit = 0; unit < values.length && l + 1 < layers.size(); unit++) {
                    values[unit] = Math.max(values[unit], 0);
                }
            }
            sum += values.length == 1 ? binary(values[0], labels[row]) : softmax(values, labels[row]);
        }
        return sum / x.numRows;
    }

    private static double[] sums(Layer layer, double[] inputs, FMatrixRMaj matrix, int index, double step) {
        double[] sums = new double[layer.units()];
        for (int unit = 0; unit < sums.length; unit++) {
            sums[unit] = layer.biases().data[unit] + (layer.biases() == matrix && unit == index ? step : 0);
            for (int input = 0; input < inputs.length; input++) {
                int at = input * layer.units() + unit;
                double weight = layer.weights().data[at] + (layer.weights() == matrix && at == index ? step : 0);
                sums[unit] += inputs[input] * weight;
            }
        }
        return sums;
    }

    private static double binary(double logit, int label) {
        double signed = label == 1 ? -logit : logit;
        return Math.max(signed, 0) + Math.log1p(Math.exp(-Math.abs(signed)));
    }

    private static double softmax(double[] logits, int label) {
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit);
        }
        return Math.log(sum) - logits[label];
    }
}
