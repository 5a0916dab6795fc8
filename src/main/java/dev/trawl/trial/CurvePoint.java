package dev.trawl.trial;

import dev.trawl.net.Scores;

/**
 * One point of a training curve. {@code epoch} counts from the trial's start, over the stages on the way to this one.
 */
public record CurvePoint(Stage stage, int epoch, Scores train, Scores test, Anatomy anatomy) {}
