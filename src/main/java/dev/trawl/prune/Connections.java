package dev.trawl.prune;

import dev.trawl.kernel.TrainingState;
import org.ejml.data.FMatrixRMaj;

/** The connections of one layer: counting and removing them. A removed one never returns. */
final class Connections {

    private Connections() {}

    static long living(FMatrixRMaj mask) {
        long living = 0;
        for (int i = 0; i < mask.getNumElements(); i++) {
            living += mask.data[i] != 0 ? 1 : 0;
        }
        return living;
    }

    /**
     * Removes the smallest living connections of layer {@code l} until {@code keep} are left; of equal ones the lower
     * index stays. Changes {@code state}.
     *
     * @param magnitudes (inputs * units) what to rank the layer's connections by
     */
    static void keepLargest(TrainingState state, int l, float[] magnitudes, long keep) {
        int[] living = livingIndices(state.masks().get(l));
        float[] values = new float[living.length];
        for (int i = 0; i < living.length; i++) {
            values[i] = magnitudes[living[i]];
        }
        boolean[] kept = Selection.largest(values, (int) Math.min(keep, living.length));
        for (int i = 0; i < living.length; i++) {
            if (!kept[i]) {
                remove(state, l, living[i]);
            }
        }
    }

    /**
     * Removes all outgoing connections of the smallest units below layer {@code l} until {@code keep} units have some.
     *
     * @param magnitudes (inputs of layer l) what to rank the units by
     */
    static void keepLargestUnits(TrainingState state, int l, float[] magnitudes, long keep) {
        boolean[] kept = Selection.largest(magnitudes, (int) Math.min(keep, magnitudes.length));
        for (int unit = 0; unit < kept.length; unit++) {
            if (!kept[unit]) {
                removeOutgoing(state, l, unit);
            }
        }
    }

    /** Removes connection {@code index} of layer {@code l}, with its moments. Changes {@code state}. */
    static void remove(TrainingState state, int l, int index) {
        state.masks().get(l).data[index] = 0;
        state.layers().get(l).weights().data[index] = 0;
        state.firstMoments().get(l).weights().data[index] = 0;
        state.secondMoments().get(l).weights().data[index] = 0;
    }

    /** Removes all that input {@code input} of layer {@code l} feeds. */
    static void removeOutgoing(TrainingState state, int l, int input) {
        int units = state.layers().get(l).units();
        for (int unit = 0; unit < units; unit++) {
            remove(state, l, input * units + unit);
        }
    }

    /** Removes all that feeds unit {@code unit} of layer {@code l}. */
    static void removeIncoming(TrainingState state, int l, int unit) {
        int units = state.layers().get(l).units();
        for (int input = 0; input < state.layers().get(l).inputs(); input++) {
            remove(state, l, input * units + unit);
        }
    }

    static boolean hasOutgoing(FMatrixRMaj mask, int input) {
        for (int unit = 0; unit < mask.numCols; unit++) {
            if (mask.data[input * mask.numCols + unit] != 0) {
                return true;
            }
        }
        return false;
    }

    static boolean hasIncoming(FMatrixRMaj mask, int unit) {
        for (int input = 0; input < mask.numRows; input++) {
            if (mask.data[input * mask.numCols + unit] != 0) {
                return true;
            }
        }
        return false;
    }

    private static int[] livingIndices(FMatrixRMaj mask) {
        int[] indices = new int[(int) living(mask)];
        for (int i = 0, next = 0; i < mask.getNumElements(); i++) {
            if (mask.data[i] != 0) {
                indices[next++] = i;
            }
        }
        return indices;
    }
}
