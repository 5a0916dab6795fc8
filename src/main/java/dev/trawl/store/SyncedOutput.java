package dev.trawl.store;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file for Parquet's writer that is on the disk, not just in the machine's memory, once Parquet has closed it: else a
 * power cut could leave the later rename and lose the contents. In an object store, where closing is what makes a file
 * appear, it stays open until it is {@link #complete}: Parquet closes files also that it failed to write.
 */
public final class SyncedOutput implements OutputFile, AutoCloseable {

    private final ResultFolder folder;
    private final Path path;
    private @Nullable FSDataOutputStream waiting; // to be closed or given up

    public SyncedOutput(ResultFolder folder, Path path) {
        this.folder = folder;
        this.path = path;
    }

    /** The writer has closed it without a fault: it may appear. */
    public void complete() throws IOException {
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }

    /** Gives up what is not complete. */
    @Override
    public void close() {
        if (waiting == null) {
            return;
        }
        try {
            waiting.abort();
        } catch (UnsupportedOperationException e) {
            // Left open: what is never closed never appears.
        }
        waiting = null;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return open(false);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return open(true);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return path.toString();
    }

    private PositionOutputStream open(boolean overwrite) throws IOException {
        FSDataOutputStream out = folder.create(path, overwrite);
        if (folder.appearsWhenClosed()) {
            waiting = out;
        }
        PositionOutputStream wrapped = HadoopStreams.wrap(out);
        return new DelegatingPositionOutputStream(wrapped) {
            @Override
            public long getPos() throws IOException {
                return wrapped.getPos();
            }

            @Override
            public void close() throws IOException {
                if (folder.appearsWhenClosed()) {
                    return;
                }
                try (wrapped) {
                    out.hsync();
                }
            }
        };
    }
}
