/**
 * What can be asked of a result directory: the views, the tables made by the files of {@code resources/sql}, and
 * questions of the user's own, each answered by a Spark session.
 */
@NullMarked
package dev.trawl.sql;

import org.jspecify.annotations.NullMarked;
