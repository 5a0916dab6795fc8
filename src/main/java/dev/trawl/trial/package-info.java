/**
 * One trial: its description, its identity, the stages it is taken through, and the rows that come of it.
 *
 * <p>A trial is a pure function of its {@link dev.trawl.trial.Trial}: no Spark, no clock, no host in its results.
 */
@NullMarked
package dev.trawl.trial;

import org.jspecify.annotations.NullMarked;
