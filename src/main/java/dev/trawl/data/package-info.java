/**
 * Data sets as EJML matrices: the k-D XOR generator of the paper (section 2), its five sets of UCI's (section 4.2),
 * fetched and checked, and any CSV file; how given rows are divided and scaled; and the named random streams that every
 * draw of a trial comes from.
 */
@NullMarked
package dev.trawl.data;

import org.jspecify.annotations.NullMarked;
