package dev.trawl.trial;

import dev.trawl.net.Scores;

/**
 * What is measured of a network at the end of a stage.
 *
 * @param train of the training rows; its loss is the value of the local minimum
 * @param gradientNorm 2-norm of the full-batch gradient of the penalised objective: how stationary the point is
 */
public record Measures(Scores train, Scores test, double gradientNorm) {}
