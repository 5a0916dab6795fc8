package dev.trawl.store;

import java.util.List;

/**
 * Something in a result directory that Trawl did not leave there like that.
 *
 * @param file under the result directory
 * @param movable whether moving the file aside mends it: neither a compaction to be finished nor rows of a newer Trawl
 *     are to be thrown away
 */
public record Damage(String file, String reason, boolean movable) {

    Damage(String file, String reason) {
        this(file, reason, true);
    }

    static Damage newerFormat(String file, int format) {
        return new Damage(
                file,
                "of format " + format + ", written by a newer Trawl, which is to be used for these results; this one"
                        + " knows formats up to " + ResultStore.FORMAT,
                false);
    }

    static Damage newerColumns(String file, List<String> columns) {
        return new Damage(
                file,
                "has columns of a newer Trawl (" + String.join(", ", columns)
                        + "), which this one would lose: use that one to write these rows anew",
                false);
    }

    static Damage unfinishedCompaction(String file) {
        return new Damage(file, "a compaction was interrupted: `trawl compact` or `trawl run` finishes it", false);
    }

    static Damage overtakenCompaction(String file, long trials, String folder) {
        return new Damage(
                file,
                "a compaction that another driver overtook has moved " + trials + " trials here that are not in "
                        + folder + ": move these segments there, under numbers that are free, and delete .compacted",
                false);
    }

    /** Either of what a compaction has merged, or of what came of it; the other has the same rows. */
    static Damage notComparable(String file, String reason) {
        return new Damage(
                file,
                "unreadable: " + reason + "; a compaction that was interrupted has these rows twice, before it in"
                        + " .compacted/old-* and after it: keep those that can be read, and delete .compacted",
                false);
    }

    @Override
    public String toString() {
        return file + ": " + reason;
    }
}
