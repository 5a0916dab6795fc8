package dev.trawl.store;

import dev.trawl.data.Sha256;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Tells a Parquet file from a former one of its name, without reading it whole. */
public final class Fingerprint {

    /** Small files are read whole; of others this has what Parquet says of columns: their places, sizes and bounds. */
    private static final int END = 64 << 10;

    private Fingerprint() {}

    /** A hash of the file's length and its end: the same for the same bytes. */
    public static String of(ResultFolder folder, Path file) {
        try {
            long length = folder.fileSystem().getFileStatus(file).getLen();
            byte[] end = DiskFaults.reading(() -> end(folder, file, length));
            return Sha256.hex(length + " " + HexFormat.of().formatHex(end));
        } catch (IOException e) {
            throw new UnreadableResults("read " + file, e);
        }
    }

    private static byte[] end(ResultFolder folder, Path file, long length) throws IOException {
        try (FSDataInputStream in = folder.fileSystem().open(file)) {
            byte[] end = new byte[(int) Math.min(END, length)];
            in.readFully(length - end.length, end);
            return end;
        }
    }
}
