package dev.trawl.trial;

/**
 * The living parts of a network.
 *
 * @param hiddenUnits of all hidden layers
 * @param inputs that feed a unit
 * @param hiddenConnections into hidden layers
 * @param outputConnections into the output layer
 * @param relevantInputs of the inputs, those that bear on the label
 */
public record Anatomy(
        int hiddenUnits, int inputs, long hiddenConnections, long outputConnections, int relevantInputs) {}
