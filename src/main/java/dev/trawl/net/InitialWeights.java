package dev.trawl.net;

import dev.trawl.data.RandomStreams;
import dev.trawl.kernel.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Initial weights and biases: uniform on +-1/sqrt(fan_in). */
public final class InitialWeights {

    private InitialWeights() {}

    /** Layers of {@code inputs -> hidden[0] -> ... -> outputs}, drawn layer by layer: its weights, then its biases. */
    public static List<Layer> draw(int inputs, List<Integer> hidden, int outputs, RandomGenerator random) {
        List<Layer> layers = new ArrayList<>();
        int fanIn = inputs;
        for (int units : hidden) {
            layers.add(layer(fanIn, units, random));
            fanIn = units;
        }
        layers.add(layer(fanIn, outputs, random));
        return List.copyOf(layers);
    }

    private static Layer layer(int inputs, int units, RandomGenerator random) {
        Layer layer = Layer.zeros(inputs, units);
        float scale = (float) (1 / Math.sqrt(inputs));
        fill(layer.weights(), scale, random);
        fill(layer.biases(), scale, random);
        return layer;
    }

    private static void fill(FMatrixRMaj matrix, float scale, RandomGenerator random) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = RandomStreams.symmetric(random, scale);
        }
    }
}
