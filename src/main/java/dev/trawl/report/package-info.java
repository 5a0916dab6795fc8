/**
 * What is made of results: figures, the self-contained HTML page, and {@link dev.trawl.report.Results}, by which
 * programs and notebooks run a sweep and ask it. {@link dev.trawl.report.Inline} puts tables and figures into a
 * notebook.
 */
@NullMarked
package dev.trawl.report;

import org.jspecify.annotations.NullMarked;
