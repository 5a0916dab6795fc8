package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The format is that of numpy.lib.format, version 1.0. */
class NpzFileTest {

    @Test
    void arraysStandInItAsNumPyWritesThem() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new NpzFile(bytes)) {
            file.matrix("m", new FMatrixRMaj(2, 3, true, 1, 2, 3, 4, 5, 6.5f));
            file.vector("v", new FMatrixRMaj(1, 2, true, -1, 0.25f));
            file.vector("labels", new int[] {0, 1, 300});
        }

        Map<String, ByteBuffer> arrays = arrays(bytes.toByteArray());
        assertThat(arrays.keySet()).containsExactly("m.npy", "v.npy", "labels.npy");
        ByteBuffer matrix = values(arrays.get("m.npy"), "<f4", "(2, 3)");
        assertThat(matrix.remaining()).isEqualTo(6 * Float.BYTES);
        assertThat(matrix.getFloat(2 * Float.BYTES + matrix.position())).isEqualTo(3);
        assertThat(matrix.getFloat(5 * Float.BYTES + matrix.position())).isEqualTo(6.5f);
        assertThat(values(arrays.get("v.npy"), "<f4", "(2,)").getFloat()).isEqualTo(-1);
        ByteBuffer labels = values(arrays.get("labels.npy"), "<i4", "(3,)");
        assertThat(new int[] {labels.getInt(), labels.getInt(), labels.getInt()})
                .containsExactly(0, 1, 300);
    }

    static Map<String, ByteBuffer> arrays(byte[] npz) throws IOException {
        Map<String, ByteBuffer> arrays = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(npz))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(entry.getName(), ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return arrays;
    }

    /** What comes after the header, which is checked. */
    static ByteBuffer values(ByteBuffer array, String type, String shape) {
        byte[] magic = new byte[6];
        array.get(magic);
        assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y');
        assertThat(array.getShort()).isEqualTo((short) 1);
        byte[] header = new byte[array.getShort()];
        array.get(header);
        assertThat(new String(header, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }")
                .endsWith("\n");
        assertThat(array.position() % 64).as("where the values begin").isZero();
        return array;
    }
}
