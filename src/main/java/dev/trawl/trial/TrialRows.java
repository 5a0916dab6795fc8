package dev.trawl.trial;

import java.util.List;

/**
 * What one trial leaves behind.
 *
 * @param rows a row a stage that ended, each in the order of {@link TrialColumns#ALL}
 * @param curve points of the training curve, each in the order of {@link CurveColumns#ALL}
 */
public record TrialRows(List<Object[]> rows, List<Object[]> curve) {}
