/**
 * Figures and the self-contained HTML page, made from the tables of a finished sweep.
 */
@NullMarked
package dev.trawl.report;

import org.jspecify.annotations.NullMarked;
