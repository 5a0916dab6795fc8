package dev.trawl.store;

import dev.trawl.data.Sha256;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which rows something was made of: a hash of the names and lengths of the segments, kept in a file .made-of beside
 * what was made. Times would not do, as rows may be committed while it is made.
 */
public final class MadeOf {

    public static final String NAME = ".made-of";

    /** A file beside it: by which version of what makes the product, and what came of it. */
    public static final String BY = ".made-by";

    private final ResultFolder folder;
    private final String hash;

    private MadeOf(ResultFolder folder, String hash) {
        this.folder = folder;
        this.hash = hash;
    }

    /** The rows that are there now. */
    public static MadeOf now(ResultFolder folder) {
        return new MadeOf(
                folder,
                Sha256.hex(new Segments(folder)
                        .list(RowFormat.TRIALS).stream()
                                .map(file -> file.getPath().getName() + " " + file.getLen())
                                .collect(Collectors.joining("\n"))));
    }

    /** Says that what is in {@code product}, a folder, was made of these rows. */
    public void writeTo(String product) {
        folder.write(product + "/" + NAME, hash);
    }

    /** Says besides that {@code version} of what makes it did so, and what came of it: a hash of the files. */
    public void writeTo(String product, String version, String made) {
        folder.write(product + "/" + BY, version + " " + made);
        writeTo(product);
    }

    /** What came of it where that version made {@code product} of these rows; empty where it did not. */
    public Optional<String> made(String product, String version) {
        String start = version + " ";
        return isOf(product)
                ? folder.read(product + "/" + BY)
                        .filter(text -> text.startsWith(start))
                        .map(text -> text.substring(start.length()))
                : Optional.empty();
    }

    /** Whether that was said of {@code product}. */
    public boolean isOf(String product) {
        return folder.read(product + "/" + NAME).filter(hash::equals).isPresent();
    }
}
