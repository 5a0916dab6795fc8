package dev.trawl.kernel;

/**
 * Adam (Kingma and Ba, 2014) with an L2 penalty that enters as {@code gradient += l2 * parameter}, biases included; the
 * penalty is not decoupled. One step t = 1, 2, ... on a parameter w with gradient g:
 *
 * <pre>
 * g += l2 w;   m = beta1 m + (1 - beta1) g;   v = beta2 v + (1 - beta2) g^2
 * w -= learningRate / (1 - beta1^t) * m / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>m, v and w are rounded to multiples of their grain over 2^23, far below what they add to. Otherwise those of dead
 * units decay to subnormal numbers and stay there, and each operation on one takes a hundred times as long: with l2 =
 * 0.003 a step took 100 times its time after 3,000 epochs.
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon, double l2) {

    /** m + grain - grain is 0 below about 2^-104, which is 2^-77 of epsilon. */
    static final float FIRST_GRAIN = 0x1p-80f;

    /**
     * The square of the least first moment would be subnormal already; sqrt(v) below 2^-62 is nothing beside epsilon.
     */
    static final float SECOND_GRAIN = 0x1p-100f;

    /** Weights below 2^-74 are 0: a slope times a weight stays normal too. */
    static final float WEIGHT_GRAIN = 0x1p-50f;

    /** The defaults of the paper: beta 0.9 and 0.999, epsilon 1e-8. */
    public static Adam of(double learningRate, double l2) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8, l2);
    }

    /** 1 - beta1^t. */
    public double correction1(long step) {
        return 1 - StrictMath.pow(beta1, step);
    }

    /** 1 - beta2^t. */
    public double correction2(long step) {
        return 1 - StrictMath.pow(beta2, step);
    }
}
