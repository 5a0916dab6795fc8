/**
 * Multilayer perceptrons: initial weights, training by epochs, and what is measured of a trained network.
 */
@NullMarked
package dev.trawl.net;

import org.jspecify.annotations.NullMarked;
