package dev.trawl.spark;

/**
 * Something in a result directory that Trawl did not leave there like that.
 *
 * @param file under the result directory
 */
public record Damage(String file, String reason) {

    @Override
    public String toString() {
        return file + ": " + reason;
    }
}
