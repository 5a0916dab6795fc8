package dev.trawl.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system as {@code full:///}, with room for only so many bytes more; then it throws what Hadoop does
 * there.
 */
public final class FullDisk extends RawLocalFileSystem {

    static final AtomicLong LEFT = new AtomicLong();

    public static Configuration configuration(long bytesLeft) {
        LEFT.set(bytesLeft);
        Configuration configuration = new Configuration();
        configuration.setClass("fs.full.impl", FullDisk.class, org.apache.hadoop.fs.FileSystem.class);
        return configuration;
    }

    @Override
    public URI getUri() {
        return URI.create("full:///");
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
        return limited(super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress));
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return limited(super.create(path, overwrite, bufferSize, replication, blockSize, progress));
    }

    private static FSDataOutputStream limited(OutputStream out) throws IOException {
        return new FSDataOutputStream(
                new FilterOutputStream(out) {
                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        if (LEFT.addAndGet(-length) < 0) {
                            throw error("No space left on device");
                        }
                        out.write(bytes, from, length);
                    }
                },
                null);
    }

    /** What Hadoop throws where the disk says {@code message}. */
    static FSError error(String message) {
        try {
            Constructor<FSError> constructor = FSError.class.getDeclaredConstructor(Throwable.class);
            constructor.setAccessible(true); // for Hadoop alone
            return constructor.newInstance(new IOException(message));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
