package dev.trawl.trial;

/** One row of {@code curves}: a point, and the trial that it belongs to. */
public record CurveRow(String trialId, CurvePoint point) {}
