/**
 * The sweep on Spark: the job, the result store, and the tables made by SQL. The only package that touches Spark.
 */
@NullMarked
package dev.trawl.spark;

import org.jspecify.annotations.NullMarked;
