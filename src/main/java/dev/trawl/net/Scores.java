package dev.trawl.net;

import java.util.OptionalDouble;

/**
 * How a network does on a data set.
 *
 * @param loss mean cross-entropy, without the penalty
 * @param auc empty for more than two classes, and where the rows are all of one
 * @param accuracy share of rows whose largest logit is their class's; a single logit says 1 above 0
 */
public record Scores(double loss, OptionalDouble auc, double accuracy) {}
