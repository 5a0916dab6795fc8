package dev.trawl.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Named arrays in one file, as {@code numpy.load} reads them: a zip of NPY files (NumPy's format, version 1.0). The
 * same arrays make the same bytes.
 */
final class NpzFile implements Closeable {

    private static final byte[] MAGIC_AND_VERSION = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNED = 64;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    NpzFile(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** An array of shape (rows, columns), single precision. */
    void matrix(String name, FMatrixRMaj matrix) throws IOException {
        floats(name, matrix, "(" + matrix.numRows + ", " + matrix.numCols + ")");
    }

    /** The elements of {@code matrix} as an array of one dimension, single precision. */
    void vector(String name, FMatrixRMaj matrix) throws IOException {
        floats(name, matrix, "(" + matrix.getNumElements() + ",)");
    }

    /** An array of one dimension, of 32-bit integers. */
    void vector(String name, int[] values) throws IOException {
        ByteBuffer bytes = bytes(values.length);
        bytes.asIntBuffer().put(values);
        array(name, "<i4", "(" + values.length + ",)", bytes);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void floats(String name, FMatrixRMaj matrix, String shape) throws IOException {
        ByteBuffer bytes = bytes(matrix.getNumElements());
        bytes.asFloatBuffer().put(matrix.data, 0, matrix.getNumElements());
        array(name, "<f4", shape, bytes);
    }

    private void array(String name, String type, String shape, ByteBuffer values) throws IOException {
        var entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int used = MAGIC_AND_VERSION.length + Short.BYTES + header.length() + 1; // 1 for the end of the line
        String padded = header + " ".repeat(Math.floorMod(-used, ALIGNED)) + "\n";
        zip.write(MAGIC_AND_VERSION);
        zip.write(padded.length());
        zip.write(padded.length() >> Byte.SIZE);
        zip.write(padded.getBytes(StandardCharsets.US_ASCII));
        zip.write(values.array());
        zip.closeEntry();
    }

    private static ByteBuffer bytes(int numbers) {
        return ByteBuffer.allocate(Math.multiplyExact(numbers, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
