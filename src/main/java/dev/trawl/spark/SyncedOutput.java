package dev.trawl.spark;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file for Parquet's writer that is on the disk, not just in the machine's memory, once it is closed: else a power cut
 * could leave the later rename and lose the contents.
 */
record SyncedOutput(FileSystem fileSystem, Path path) implements OutputFile {

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
        FSDataOutputStream out = fileSystem.create(path, overwrite);
        PositionOutputStream wrapped = HadoopStreams.wrap(out);
        return new DelegatingPositionOutputStream(wrapped) {
            @Override
            public long getPos() throws IOException {
                return wrapped.getPos();
            }

            @Override
            public void close() throws IOException {
                try (wrapped) {
                    out.hsync();
                }
            }
        };
    }
}
