/**
 * The experiment file, its grids, and the plan made of it: which trials, in which order, in which bins. No Spark.
 */
@NullMarked
package dev.trawl.sweep;

import org.jspecify.annotations.NullMarked;
