package dev.trawl.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A result directory on whatever file system its path names. All access to results goes through here, and every file
 * appears whole, by a rename from a hidden name.
 */
final class ResultFolder {

    private final Path root;
    private final FileSystem fileSystem;
    private final Configuration configuration;

    private ResultFolder(Path root, FileSystem fileSystem, Configuration configuration) {
        this.root = root;
        this.fileSystem = fileSystem;
        this.configuration = configuration;
    }

    static ResultFolder of(String directory, Configuration configuration) {
        try {
            Path path = new Path(directory);
            FileSystem found = path.getFileSystem(configuration);
            // Hadoop's local file system puts a .crc file beside each file, which renames and other readers do not
            // know of. Parquet's pages carry checksums of their own.
            FileSystem plain = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
            return new ResultFolder(plain.makeQualified(path), plain, configuration);
        } catch (IOException e) {
            throw new UnwritableResults("open " + directory, e);
        }
    }

    Configuration configuration() {
        return configuration;
    }

    FileSystem fileSystem() {
        return fileSystem;
    }

    Path path(String name) {
        return new Path(root, name);
    }

    /** The path below the result directory. */
    String relative(Path path) {
        return root.toUri().relativize(path.toUri()).getPath();
    }

    boolean exists(String name) {
        try {
            return fileSystem.exists(path(name));
        } catch (IOException e) {
            throw new UnwritableResults("read " + path(name), e);
        }
    }

    /** The files and folders in {@code folder} by name; none where it is missing. */
    List<FileStatus> list(String folder) {
        try {
            FileStatus[] files = fileSystem.listStatus(path(folder));
            Arrays.sort(files, Comparator.comparing(file -> file.getPath().getName()));
            return List.of(files);
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UnwritableResults("list " + path(folder), e);
        }
    }

    /** Empty where there is no such file. */
    Optional<String> read(String name) {
        try (FSDataInputStream in = fileSystem.open(path(name))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnwritableResults("read " + path(name), e);
        }
    }

    /** Puts a whole file there, in the place of a former one. */
    void write(String name, String text) {
        Path visible = path(name);
        Path hidden = new Path(visible.getParent(), "." + visible.getName() + ".writing");
        try {
            try (FSDataOutputStream out = fileSystem.create(hidden, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.hsync();
            }
            replace(hidden, visible);
        } catch (IOException e) {
            throw new UnwritableResults("write " + visible, e);
        }
    }

    /** Gives a finished hidden file its visible name, which no file has yet. */
    void publish(Path hidden, Path visible) {
        rename(hidden, visible);
    }

    /** Gives a finished hidden file the name of another, in one step where the file system can. */
    void replace(Path hidden, Path visible) {
        if (fileSystem instanceof RawLocalFileSystem) {
            rename(hidden, visible); // POSIX: the new file takes the name from the old one
            return;
        }
        try {
            FileContext.getFileContext(visible.toUri(), configuration).rename(hidden, visible, Rename.OVERWRITE);
        } catch (IOException e) {
            throw new UnwritableResults("write " + visible, e);
        }
    }

    void rename(Path from, Path to) {
        try {
            fileSystem.mkdirs(to.getParent());
            if (!fileSystem.rename(from, to)) {
                throw new UnwritableResults("rename " + from + " to " + to, "the file system refused");
            }
        } catch (IOException e) {
            throw new UnwritableResults("rename " + from + " to " + to, e);
        }
    }

    /** Deletes a file or a whole folder, if it is there. */
    void delete(Path path) {
        try {
            fileSystem.delete(path, true);
        } catch (IOException e) {
            throw new UnwritableResults("delete " + path, e);
        }
    }

    /** After a failure whose own report matters more than what happens here. */
    void deleteQuietly(Path path) {
        try {
            fileSystem.delete(path, true);
        } catch (IOException e) {
            // It is hidden, and the next driver clears it away.
        }
    }

    @Override
    public String toString() {
        return "file".equals(root.toUri().getScheme()) ? root.toUri().getPath() : root.toString();
    }
}
