/** Spark sessions as Trawl needs them, and what to say of a cluster that is not there. */
@NullMarked
package dev.trawl.spark;

import org.jspecify.annotations.NullMarked;
