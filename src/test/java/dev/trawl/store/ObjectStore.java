package dev.trawl.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * As S3A behaves, on the local disk: a file appears when it is closed, one that is aborted never does, and none is
 * renamed.
 */
public final class ObjectStore extends RawLocalFileSystem {

    @Override
    public URI getUri() {
        return URI.create("s3a://bucket");
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        if (!overwrite && exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        return new FSDataOutputStream(new Upload(pathToFile(path).toPath()), null);
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return create(path, FsPermission.getFileDefault(), overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public boolean rename(Path from, Path to) {
        throw new AssertionError("renames " + from);
    }

    private static final class Upload extends ByteArrayOutputStream implements Abortable {

        private final java.nio.file.Path file;
        private boolean over;

        Upload(java.nio.file.Path file) {
            this.file = file;
        }

        @Override
        public void close() throws IOException {
            if (!over) {
                over = true;
                Files.createDirectories(file.getParent());
                Files.write(file, toByteArray());
            }
        }

        @Override
        public AbortableResult abort() {
            over = true;
            return new AbortableResult() {
                @Override
                public boolean alreadyClosed() {
                    return false;
                }

                @Override
                public IOException anyCleanupException() {
                    return null;
                }
            };
        }
    }
}
