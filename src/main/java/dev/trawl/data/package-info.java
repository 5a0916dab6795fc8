/**
 * Data sets as EJML matrices, the k-D XOR generator of the paper (section 2), and the named random streams that every
 * draw of a trial comes from.
 */
@NullMarked
package dev.trawl.data;

import org.jspecify.annotations.NullMarked;
