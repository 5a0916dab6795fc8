package dev.trawl.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Any other data set: a CSV file. Two files of one name that say the same are equal, wherever they are.
 *
 * @param path as the sweep file gives it; no part of the identity
 * @param rows read from the file, as are the fields below
 */
public record CsvFile(
        String path, CsvLayout layout, int rows, int distinctRows, int inputs, int classes, String content)
        implements RealSet {

    /** Reads the file to learn what it holds. Throws a {@link DataException}. */
    public static CsvFile read(String path, CsvLayout layout) {
        Observations read = observations(path, layout);
        return new CsvFile(
                path,
                layout,
                read.rows(),
                read.distinct().length,
                read.inputs(),
                read.classes().size(),
                read.content());
    }

    /** The file's name without folder and ending, also where the locale's encoding has no path for it. */
    @Override
    public String key() {
        String file = path.replaceFirst("/+$", "");
        String name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf(File.separatorChar)));
        return name.replaceFirst("(\\.csv)?(\\.gz|\\.Z)?$", "");
    }

    @Override
    public String identity() {
        return "csv " + content;
    }

    @Override
    public Observations observations() {
        Observations read = observations(path, layout);
        if (!read.content().equals(content)) {
            throw new DataException(DataFolder.locate(path) + " has changed since the sweep was planned: its sha256 is "
                    + read.content() + ", not " + content);
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CsvFile file && content.equals(file.content) && key().equals(file.key());
    }

    @Override
    public int hashCode() {
        return Objects.hash(content, key());
    }

    private static Observations observations(String path, CsvLayout layout) {
        Path file = DataFolder.locate(path).toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new DataException(file + ": this is a directory, where a CSV file is expected");
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(path + ": there is no such file" + DataFolder.searched(path));
        }
        return ObservationsCache.of(
                List.of(file, written(file), layout.label(), layout.hasHeader(), layout.drop()),
                () -> CsvReader.read(new TextFile(file), layout));
    }

    /** Time and size: what a file that was edited in between does not share with what was read. */
    private static List<Object> written(Path file) {
        try {
            return List.of(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            throw new DataException(file + " cannot be read: " + TextFile.reason(e), e);
        }
    }
}
