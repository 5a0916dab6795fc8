package dev.trawl.spark;

/**
 * Something in a result directory that Trawl did not leave there like that.
 *
 * @param file under the result directory
 */
public record Damage(String file, String reason) {

    static Damage newerFormat(String file, int format) {
        return new Damage(
                file,
                "of format " + format + ", written by a newer Trawl; this one knows formats up to "
                        + ResultStore.FORMAT);
    }

    @Override
    public String toString() {
        return file + ": " + reason;
    }
}
