package dev.trawl.spark;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file for Parquet's writer that is on the disk, not just in the machine's memory, once it is closed: else a power cut
 * could leave the later rename and lose the contents. In an object store, where closing is what makes a file appear, one
 * that was not {@link #complete} never does.
 */
final class SyncedOutput implements OutputFile {

    private final ResultFolder folder;
    private final Path path;
    private boolean complete;

    SyncedOutput(ResultFolder folder, Path path) {
        this.folder = folder;
        this.path = path;
    }

    /** All rows are written: closing may let the file appear. */
    void complete() {
        complete = true;
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
        FSDataOutputStream out = folder.fileSystem().create(path, overwrite);
        PositionOutputStream wrapped = HadoopStreams.wrap(out);
        return new DelegatingPositionOutputStream(wrapped) {
            @Override
            public long getPos() throws IOException {
                return wrapped.getPos();
            }

            @Override
            public void close() throws IOException {
                if (folder.appearsWhenClosed()) {
                    closeInObjectStore(out);
                    return;
                }
                try (wrapped) {
                    out.hsync();
                }
            }
        };
    }

    private void closeInObjectStore(FSDataOutputStream out) throws IOException {
        if (complete) {
            out.close();
            return;
        }
        try {
            out.abort();
        } catch (UnsupportedOperationException e) {
            // Left open: what is never closed never appears.
        }
    }
}
