/**
 * The arithmetic of one training step: forward, backward and Adam on a block of rows.
 *
 * <p>{@link dev.trawl.kernel.Kernel} is chosen by name; {@link dev.trawl.kernel.Engine} owns the workspace. This is the
 * only package that may touch {@code jdk.incubator.vector}.
 */
@NullMarked
package dev.trawl.kernel;

import org.jspecify.annotations.NullMarked;
