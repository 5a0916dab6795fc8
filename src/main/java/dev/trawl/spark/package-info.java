/**
 * The sweep on Spark: the job, the result store, and the tables made by SQL. Report and cli, above it, use its sessions and
 * answers; no package below knows of Spark.
 */
@NullMarked
package dev.trawl.spark;

import org.jspecify.annotations.NullMarked;
