/** The sweep as a Spark job: bins of trials are its tasks, and the driver commits their rows as they come. */
@NullMarked
package dev.trawl.job;

import org.jspecify.annotations.NullMarked;
