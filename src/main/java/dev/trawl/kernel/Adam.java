package dev.trawl.kernel;

/**
 * Adam (Kingma and Ba, 2014) with an L2 penalty that enters as {@code gradient += l2 * parameter}, biases included; the
 * penalty is not decoupled. One step t = 1, 2, ... on a parameter w with gradient g:
 *
 * <pre>
 * g += l2 w;   m = beta1 m + (1 - beta1) g;   v = beta2 v + (1 - beta2) g^2
 * w -= learningRate / (1 - beta1^t) * m / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon, double l2) {

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
