package dev.trawl.store;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Makes files. */
final class NewFile {

    /** Hadoop's option for a new file; a file system that does not know it passes it over. */
    private static final String UNLESS_THERE_BY_THEN = "fs.option.create.conditional.overwrite";

    private NewFile() {}

    /**
     * A new file, whose writer is told of a full disk by an exception.
     *
     * @param appearsWhenClosed an object store's: without {@code overwrite} closing it is refused, by stores that can,
     *     where another has come meanwhile
     */
    static FSDataOutputStream in(FileSystem fileSystem, Path path, boolean overwrite, boolean appearsWhenClosed)
            throws IOException {
        try {
            return DiskFaults.asExceptions(
                    appearsWhenClosed && !overwrite
                            ? unlessThereByThen(fileSystem, path)
                            : fileSystem.create(path, overwrite));
        } catch (FSError e) {
            throw DiskFaults.exception(e);
        }
    }

    private static FSDataOutputStream unlessThereByThen(FileSystem fileSystem, Path path) throws IOException {
        FSDataOutputStreamBuilder<?, ?> file =
                fileSystem.createFile(path).overwrite(false).recursive();
        return (FSDataOutputStream) file.opt(UNLESS_THERE_BY_THEN, true).build();
    }
}
