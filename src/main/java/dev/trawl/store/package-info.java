/**
 * A result directory on any file system of Hadoop's: its lock, its plan, its segments of rows, how they are committed,
 * scanned, compacted and mended. Parquet's own reader and writer; Spark is not needed to read or write results.
 */
@NullMarked
package dev.trawl.store;

import org.jspecify.annotations.NullMarked;
