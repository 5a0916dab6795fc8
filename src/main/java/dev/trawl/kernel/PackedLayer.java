package dev.trawl.kernel;

import org.ejml.data.FMatrixRMaj;

/**
 * A layer's parameters, moments and gradient in {@link Panels}. A hidden layer runs its units across the lanes; the
 * output layer, whose units are few, its inputs ({@code flipped}). The fields say where each is in {@link #memory}.
 */
final class PackedLayer {

    private final Arena arena;
    private final boolean flipped;
    private Panels panels = new Panels(0, 0);
    private Panels flippedPanels = panels;
    private int units;

    int weights; // panels
    int firstMoments; // panels
    int secondMoments; // panels
    int gradient; // panels
    int mask; // panels, where the layer is masked
    int biases; // (units), padded
    int firstBiasMoments; // (units), padded
    int secondBiasMoments; // (units), padded
    int biasGradient; // (units), padded

    /** Whether connections were removed. */
    boolean masked;

    PackedLayer(Arena arena, boolean flipped) {
        this.arena = arena;
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

    float[] memory() {
        return arena.memory();
    }

    /** Takes room for a layer of the shape of {@code layer}. */
    void place(Layer layer, FMatrixRMaj living) {
        units = layer.units();
        panels = flipped ? new Panels(units, layer.inputs()) : new Panels(layer.inputs(), units);
        flippedPanels = new Panels(panels.across(), panels.turns());
        masked = hasZero(living);
        weights = arena.take(panels.size());
        firstMoments = arena.take(panels.size());
        secondMoments = arena.take(panels.size());
        gradient = arena.take(panels.size());
        mask = arena.take(masked ? panels.size() : 0);
        biases = arena.take(units);
        firstBiasMoments = arena.take(units);
        secondBiasMoments = arena.take(units);
        biasGradient = arena.take(units);
    }

    /** Writes what was given into room that holds zeros. */
    void load(Layer layer, Layer first, Layer second, FMatrixRMaj living) {
        pack(layer.weights(), weights);
        pack(first.weights(), firstMoments);
        pack(second.weights(), secondMoments);
        if (masked) {
            pack(living, mask);
        }
        copyIn(layer.biases(), biases);
        copyIn(first.biases(), firstBiasMoments);
        copyIn(second.biases(), secondBiasMoments);
    }

    void store(Layer layer, Layer first, Layer second) {
        unpack(weights, layer.weights());
        unpack(firstMoments, first.weights());
        unpack(secondMoments, second.weights());
        copyOut(biases, layer.biases());
        copyOut(firstBiasMoments, first.biases());
        copyOut(secondBiasMoments, second.biases());
    }

    /** Copies the gradient out; removed connections get 0. */
    void storeGradient(Layer into) {
        if (masked) {
            for (int i = 0; i < panels.size(); i++) {
                memory()[gradient + i] *= memory()[mask + i];
            }
        }
        unpack(gradient, into.weights());
        copyOut(biasGradient, into.biases());
    }

    private void pack(FMatrixRMaj matrix, int to) {
        if (flipped) {
            panels.packTransposed(matrix, memory(), to);
        } else {
            panels.pack(matrix, memory(), to);
        }
    }

    private void unpack(int from, FMatrixRMaj matrix) {
        if (flipped) {
            panels.unpackTransposed(memory(), from, matrix);
        } else {
            panels.unpack(memory(), from, matrix);
        }
    }

    private void copyIn(FMatrixRMaj row, int to) {
        System.arraycopy(row.data, 0, memory(), to, units);
    }

    private void copyOut(int from, FMatrixRMaj row) {
        System.arraycopy(memory(), from, row.data, 0, units);
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
