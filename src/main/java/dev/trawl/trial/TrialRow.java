package dev.trawl.trial;

import java.time.Instant;

/**
 * One result row: a stage of a trial, what came of it, and where.
 *
 * @param seconds wall time since the trial's row before, or its start: stages passed through included
 */
public record TrialRow(Trial trial, StageOutcome outcome, Provenance provenance, double seconds, Instant finishedAt) {}
