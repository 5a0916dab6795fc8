package dev.trawl.kernel;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * A layer's parameters, moments and gradient in {@link Panels}. A hidden layer runs its units across the lanes; the
 * output layer, whose units are few, its inputs ({@code flipped}). Arrays only grow, so that a network that shrinks
 * finds its workspace there.
 */
final class PackedLayer {

    private final boolean flipped;
    private Panels panels = new Panels(0, 0);
    private Panels flippedPanels = panels;
    private int units;

    float[] weights = new float[0]; // panels
    float[] firstMoments = new float[0]; // panels
    float[] secondMoments = new float[0]; // panels
    float[] gradient = new float[0]; // panels
    float[] mask = new float[0]; // panels
    float[] biases = new float[0]; // (units), padded
    float[] firstBiasMoments = new float[0]; // (units), padded
    float[] secondBiasMoments = new float[0]; // (units), padded
    float[] biasGradient = new float[0]; // (units), padded

    /** Whether connections were removed. */
    boolean masked;

    PackedLayer(boolean flipped) {
        this.flipped = flipped;
    }

    Panels panels() {
        return panels;
    }

    /** The layout of the transposed weights. */
    Panels flippedPanels() {
        return flippedPanels;
    }

    int units() {
        return units;
    }

    void load(Layer layer, Layer first, Layer second, FMatrixRMaj living) {
        units = layer.units();
        panels = flipped ? new Panels(units, layer.inputs()) : new Panels(layer.inputs(), units);
        flippedPanels = new Panels(panels.across(), panels.turns());
        grow(panels.size(), Lanes.padded(units));
        pack(layer.weights(), weights);
        pack(first.weights(), firstMoments);
        pack(second.weights(), secondMoments);
        copyIn(layer.biases(), biases);
        copyIn(first.biases(), firstBiasMoments);
        copyIn(second.biases(), secondBiasMoments);
        masked = hasZero(living);
        if (masked) {
            pack(living, mask);
        }
        Arrays.fill(gradient, 0f);
        Arrays.fill(biasGradient, 0f);
    }

    void store(Layer layer, Layer first, Layer second) {
        unpack(weights, layer.weights());
        unpack(firstMoments, first.weights());
        unpack(secondMoments, second.weights());
        System.arraycopy(biases, 0, layer.biases().data, 0, units);
        System.arraycopy(firstBiasMoments, 0, first.biases().data, 0, units);
        System.arraycopy(secondBiasMoments, 0, second.biases().data, 0, units);
    }

    /** Copies the gradient out; removed connections get 0. */
    void storeGradient(Layer into) {
        if (masked) {
            for (int i = 0; i < panels.size(); i++) {
                gradient[i] *= mask[i];
            }
        }
        unpack(gradient, into.weights());
        System.arraycopy(biasGradient, 0, into.biases().data, 0, units);
    }

    private void grow(int size, int biasSize) {
        if (weights.length < size) {
            weights = new float[size];
            firstMoments = new float[size];
            secondMoments = new float[size];
            gradient = new float[size];
            mask = new float[size];
        }
        if (biases.length < biasSize) {
            biases = new float[biasSize];
            firstBiasMoments = new float[biasSize];
            secondBiasMoments = new float[biasSize];
            biasGradient = new float[biasSize];
        }
    }

    private void pack(FMatrixRMaj matrix, float[] packed) {
        if (flipped) {
            panels.packTransposed(matrix, packed);
        } else {
            panels.pack(matrix, packed);
        }
    }

    private void unpack(float[] packed, FMatrixRMaj matrix) {
        if (flipped) {
            panels.unpackTransposed(packed, matrix);
        } else {
            panels.unpack(packed, matrix);
        }
    }

    private void copyIn(FMatrixRMaj row, float[] padded) {
        Arrays.fill(padded, 0f);
        System.arraycopy(row.data, 0, padded, 0, units);
    }

    private static boolean hasZero(FMatrixRMaj living) {
        for (int i = 0; i < living.getNumElements(); i++) {
            if (living.data[i] == 0f) {
                return true;
            }
        }
        return false;
    }
}
