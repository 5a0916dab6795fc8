package dev.trawl.kernel;

import org.ejml.data.FMatrixRMaj;

/** {@link Adam}'s update in single precision, parameter by parameter. */
final class PlainAdam {

    private PlainAdam() {}

    /**
     * Updates layer {@code l} of {@code state} and its moments in place; {@code state.steps()} counts this step
     * already.
     */
    static void update(TrainingState state, int l, Layer gradient, Adam adam) {
        Layer layer = state.layers().get(l);
        Layer first = state.firstMoments().get(l);
        Layer second = state.secondMoments().get(l);
        long step = state.steps();
        update(layer.weights(), gradient.weights(), first.weights(), second.weights(), adam, step);
        update(layer.biases(), gradient.biases(), first.biases(), second.biases(), adam, step);
    }

    private static void update(
            FMatrixRMaj values, FMatrixRMaj gradient, FMatrixRMaj first, FMatrixRMaj second, Adam adam, long step) {
        float rate = (float) (adam.learningRate() / adam.correction1(step));
        float scale = (float) (1 / Math.sqrt(adam.correction2(step)));
        float beta1 = (float) adam.beta1();
        float beta2 = (float) adam.beta2();
        float rest1 = (float) (1 - adam.beta1());
        float rest2 = (float) (1 - adam.beta2());
        float epsilon = (float) adam.epsilon();
        float l2 = (float) adam.l2();
        for (int i = 0; i < values.getNumElements(); i++) {
            float g = gradient.data[i] + l2 * values.data[i];
            float m = beta1 * first.data[i] + Adam.FIRST_GRAIN + rest1 * g - Adam.FIRST_GRAIN;
            float v = beta2 * second.data[i] + Adam.SECOND_GRAIN + rest2 * g * g - Adam.SECOND_GRAIN;
            float change = rate * m / ((float) Math.sqrt(v) * scale + epsilon);
            first.data[i] = m;
            second.data[i] = v;
            values.data[i] = values.data[i] - change + Adam.WEIGHT_GRAIN - Adam.WEIGHT_GRAIN;
        }
    }
}
