package dev.trawl.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Syncable;

/**
 * Makes exceptions of the errors that Hadoop's local file system throws where a disk is full, or cannot read what it
 * holds: an {@link Error} would pass by all that is there to report it.
 */
final class DiskFaults extends FilterOutputStream implements Syncable, Abortable {

    private final FSDataOutputStream file;

    private DiskFaults(FSDataOutputStream file) {
        super(file);
        this.file = file;
    }

    static FSDataOutputStream asExceptions(FSDataOutputStream file) throws IOException {
        return new FSDataOutputStream(new DiskFaults(file), null);
    }

    /** Something that is read from a disk. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** What {@code reading} gives. */
    static <T> T reading(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (FSError e) {
            throw exception(e);
        }
    }

    /** What the disk said; the error says no more. */
    static IOException exception(FSError error) {
        return error.getCause() instanceof IOException cause ? cause : new IOException(error);
    }

    @Override
    public void write(int b) throws IOException {
        run(() -> file.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        run(() -> file.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        run(file::flush);
    }

    @Override
    public void hflush() throws IOException {
        run(file::hflush);
    }

    @Override
    public void hsync() throws IOException {
        run(file::hsync);
    }

    @Override
    public void close() throws IOException {
        run(file::close);
    }

    /** Throws {@link UnsupportedOperationException} where the file system cannot. */
    @Override
    public AbortableResult abort() {
        return file.abort();
    }

    private interface Write {
        void run() throws IOException;
    }

    private static void run(Write write) throws IOException {
        try {
            write.run();
        } catch (FSError e) {
            throw exception(e);
        }
    }
}
