package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

    @TempDir
    private Path folder;

    @Test
    void compressedFilesReadLikePlainOnes() throws IOException {
        Files.writeString(folder.resolve("plain"), "a\nb\n");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("zipped.gz")))) {
            gzip.write("a\nb\n".getBytes(StandardCharsets.US_ASCII));
        }
        Files.write(folder.resolve("packed.Z"), unixCompress("a\nb\n"));

        assertThat(lines("plain")).containsExactly("1 a", "2 b");
        assertThat(lines("zipped")).containsExactly("1 a", "2 b");
        assertThat(lines("packed")).containsExactly("1 a", "2 b");
    }

    @Test
    void emptyLinesCountButNotAtTheEnd() throws IOException {
        Files.writeString(folder.resolve("plain"), "a\n\nb\n\n\n");
        assertThat(lines("plain")).containsExactly("1 a", "2 ", "3 b");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> lines("car.data"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder.resolve("car.data") + " is missing");
    }

    @Test
    void aTruncatedFileIsNamed() throws IOException {
        Files.write(folder.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThatThrownBy(() -> lines("cut"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cut.gz cannot be read after line 0");
    }

    private List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        TextFile.in(folder, name).forEachLine((number, text) -> lines.add(number + " " + text));
        return lines;
    }

    /** The format of Unix's compress with no repetition used: a code of 9 bits a byte, lowest bit first. */
    private static byte[] unixCompress(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1f, (byte) 0x9d, (byte) 0x90});
        int pending = 0;
        int bits = 0;
        for (byte code : text.getBytes(StandardCharsets.US_ASCII)) {
            pending |= code << bits;
            for (bits += 9; bits >= 8; bits -= 8) {
                bytes.write(pending);
                pending >>>= 8;
            }
        }
        bytes.write(pending);
        return bytes.toByteArray();
    }
}
