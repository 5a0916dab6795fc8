package dev.trawl.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A result directory on whatever file system its path names. What is written there goes through here, and every file
 * but the lock appears whole: by a rename from a hidden name or, in an object store, when it is closed. Readers of
 * Parquet open the files by themselves.
 */
public final class ResultFolder {

    /**
     * Object stores. A file appears there when it is closed, whole, and takes the place of a former one in that step;
     * nothing appears of one that never is. A rename would copy the file, and delete the old one before the new one is
     * there.
     */
    private static final Set<String> APPEARS_WHEN_CLOSED = Set.of("s3a", "s3", "gs");

    private static final String DRAFT = ".writing";
    private static final Pattern PATTERN = Pattern.compile("[*?\\[\\]{}]");

    private final Path root;
    private final FileSystem fileSystem;
    private final Configuration configuration;

    private ResultFolder(Path root, FileSystem fileSystem, Configuration configuration) {
        this.root = root;
        this.fileSystem = fileSystem;
        this.configuration = configuration;
    }

    /**
     * Refuses an address that is none, or one that readers would take for a pattern; tells of a host that is not there.
     */
    public static ResultFolder of(String directory, Configuration configuration) {
        FileSystem fileSystem = FileSystems.of(directory, configuration);
        Path root = fileSystem.makeQualified(new Path(directory));
        if (PATTERN.matcher(root.toUri().getPath()).find()) {
            throw new WrongAddress(directory
                    + ": results cannot lie in a path with one of * ? [ ] { } in it, which Spark and "
                    + "DuckDB take for a pattern");
        }
        return new ResultFolder(root, fileSystem, configuration);
    }

    public Configuration configuration() {
        return configuration;
    }

    FileSystem fileSystem() {
        return fileSystem;
    }

    /** @param name below the directory; empty for the directory itself */
    public Path path(String name) {
        return name.isEmpty() ? root : new Path(root, name);
    }

    /** The path below the result directory. */
    String relative(Path path) {
        return root.toUri().relativize(path.toUri()).getPath();
    }

    public boolean exists(String name) {
        try {
            return fileSystem.exists(path(name));
        } catch (IOException e) {
            throw new UnreadableResults("read " + path(name), e);
        }
    }

    /** Refuses a file where the result directory, or a folder that it lies in, should be. */
    void requireNoFile() {
        FileSystems.requireNoFile(fileSystem, root);
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
            throw new UnreadableResults("list " + path(folder), e);
        }
    }

    /** When the file was written, in milliseconds since 1970; empty where there is none. */
    Optional<Long> written(String name) {
        try {
            return Optional.of(fileSystem.getFileStatus(path(name)).getModificationTime());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnreadableResults("read " + path(name), e);
        }
    }

    /** Empty where there is no such file. */
    Optional<String> read(String name) {
        return FileSystems.read(fileSystem, path(name));
    }

    /**
     * A new file, whose writer is told of a full disk by an exception.
     *
     * @param overwrite if not, an object store that can refuses to let it appear where another has come meanwhile
     */
    FSDataOutputStream create(Path path, boolean overwrite) throws IOException {
        return NewFile.in(fileSystem, path, overwrite, appearsWhenClosed());
    }

    /** Puts a whole file there, in the place of a former one. */
    void write(String name, String text) {
        Path visible = path(name);
        Path draft = draft(visible);
        try {
            try (FSDataOutputStream out = create(draft, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                if (!appearsWhenClosed()) {
                    out.hsync();
                }
            }
            replace(draft, visible);
        } catch (IOException e) {
            discard(draft);
            throw new UnwritableResults("write " + visible, e);
        }
    }

    boolean appearsWhenClosed() {
        return APPEARS_WHEN_CLOSED.contains(root.toUri().getScheme());
    }

    /**
     * Where to write what shall appear as {@code visible}: under a hidden name that nobody else has, for others may be
     * writing the same, or right there in an object store.
     */
    public Path draft(Path visible) {
        return appearsWhenClosed()
                ? visible
                : new Path(visible.getParent(), "." + visible.getName() + "." + UUID.randomUUID() + DRAFT);
    }

    static boolean isDraft(String name) {
        return name.startsWith(".") && name.endsWith(DRAFT);
    }

    /**
     * Lets a finished draft appear under a name that no file has yet. Refuses one that a file has: a disk would lose
     * that file. (HDFS refuses by itself; in an object store it is too late by then.)
     */
    void publish(Path draft, Path visible) {
        if (draft.equals(visible)) {
            return;
        }
        try {
            requireFree(visible);
        } catch (UnwritableResults e) {
            discard(draft);
            throw e;
        }
        rename(draft, visible);
    }

    /** Refuses a name that a file has by now. */
    void requireFree(Path visible) {
        if (exists(relative(visible))) {
            throw new UnwritableResults("write " + visible, "somebody else has written it meanwhile");
        }
    }

    /** Lets a finished draft take the place of another file, in one step. */
    public void replace(Path draft, Path visible) {
        if (draft.equals(visible)) {
            return;
        }
        if (fileSystem instanceof RawLocalFileSystem) {
            rename(draft, visible); // POSIX: the new file takes the name from the old one
            return;
        }
        try {
            FileContext.getFileContext(visible.toUri(), configuration).rename(draft, visible, Rename.OVERWRITE);
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

    /** Clears a draft away after a failure, whose own report matters more than what happens here. */
    public void discard(Path draft) {
        if (!Segments.isHidden(draft.getName())) {
            return; // never closed, so never there; what is there is the file that it would have replaced
        }
        try {
            fileSystem.delete(draft, true);
        } catch (IOException e) {
            // It is hidden, and the next driver clears it away.
        }
    }

    /** For another machine, whose own default file system may be another. */
    public String address() {
        return root.toString();
    }

    /** For people. */
    @Override
    public String toString() {
        return FileSystems.shown(root);
    }
}
