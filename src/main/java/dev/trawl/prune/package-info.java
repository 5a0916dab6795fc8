/**
 * Connection pruning with normalisation and annealing (the paper, section 3.1 and algorithm 1) and its variants.
 */
@NullMarked
package dev.trawl.prune;

import org.jspecify.annotations.NullMarked;
