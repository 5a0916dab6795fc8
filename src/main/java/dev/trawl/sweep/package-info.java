/**
 * The experiment file, its grids, and the plan made of it: which trials, in which order, in which bins. No Spark.
 *
 * <p>{@link dev.trawl.sweep.SweepFile} reads a {@link dev.trawl.sweep.Sweep}; {@link dev.trawl.sweep.Settings} is the
 * table of its keys; a {@link dev.trawl.sweep.Plan} orders its trials by {@link dev.trawl.sweep.Cost} and packs them
 * into {@link dev.trawl.sweep.Bin}s. A {@link dev.trawl.sweep.Step} makes grids of what a query chose; a file's
 * profiles scale it down.
 */
@NullMarked
package dev.trawl.sweep;

import org.jspecify.annotations.NullMarked;
