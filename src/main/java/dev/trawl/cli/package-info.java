/**
 * The commands. The only package that prints or chooses an exit code.
 */
@NullMarked
package dev.trawl.cli;

import org.jspecify.annotations.NullMarked;
