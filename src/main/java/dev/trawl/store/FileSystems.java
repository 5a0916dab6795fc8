package dev.trawl.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** The file system that an address names, or one line of what is wrong with it. */
final class FileSystems {

    private FileSystems() {}

    /**
     * @throws WrongAddress for an address that is none
     * @throws UnreadableResults where its host is not there
     */
    static FileSystem of(String address, Configuration configuration) {
        try {
            FileSystem found = new Path(address).getFileSystem(configuration);
            // Hadoop's local file system puts a .crc file beside each file, which renames and other readers do not
            // know of. Parquet's pages carry checksums of their own.
            return found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
        } catch (UnsupportedFileSystemException e) {
            throw new WrongAddress(address + ": " + UnwritableResults.reason(e));
        } catch (IOException e) {
            throw new UnreadableResults("open " + address, e);
        } catch (RuntimeException e) {
            throw refused(address, e);
        }
    }

    /** Hadoop tells of a host that is not there, and of an address that is none, by unchecked exceptions. */
    private static RuntimeException refused(String address, RuntimeException e) {
        if (e.getCause() instanceof UnknownHostException) {
            return new UnreadableResults(
                    "open " + address, "there is no host " + e.getCause().getMessage());
        }
        if (e.getCause() instanceof ClassNotFoundException) {
            return new WrongAddress(address + ": Spark lacks the jar of this file system: "
                    + e.getCause().getMessage());
        }
        return new WrongAddress("\"" + address + "\" is no address: " + e.getMessage());
    }

    /** The text of a file; empty where there is no such file. */
    static Optional<String> read(FileSystem fileSystem, Path path) {
        try {
            return Optional.of(DiskFaults.reading(() -> {
                try (FSDataInputStream in = fileSystem.open(path)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnreadableResults("read " + path, e);
        }
    }

    /** Refuses a file where {@code directory}, or a folder that it lies in, should be. */
    static void requireNoFile(FileSystem fileSystem, Path directory) {
        for (Path folder = directory; folder != null; folder = folder.getParent()) {
            if (isFile(fileSystem, folder)) {
                throw new WrongAddress(shown(folder) + " is a file, and results need a directory");
            }
        }
    }

    private static boolean isFile(FileSystem fileSystem, Path path) {
        try {
            return fileSystem.getFileStatus(path).isFile();
        } catch (FileNotFoundException | ParentNotDirectoryException e) {
            return false;
        } catch (IOException e) {
            throw new UnreadableResults("read " + path, e);
        }
    }

    /** For people: a path on a disk without its scheme. */
    static String shown(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }
}
