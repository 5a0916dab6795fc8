package dev.trawl.trial;

import java.util.OptionalDouble;

/**
 * What is measured of a network at the end of a stage.
 *
 * @param trainLoss mean cross-entropy of the training rows, without the penalty: the value of the local minimum
 * @param trainAuc area under the ROC curve; empty for more than two classes
 * @param gradientNorm 2-norm of the full-batch gradient of the penalised objective: how stationary the point is
 */
public record Measures(
        double trainLoss,
        double testLoss,
        OptionalDouble trainAuc,
        OptionalDouble testAuc,
        double trainAccuracy,
        double testAccuracy,
        double gradientNorm) {}
