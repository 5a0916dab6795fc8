package dev.trawl.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;

/** A text file, read as it is or decompressed on the way. Errors name the file and, where there is one, the line. */
record TextFile(Path path) {

    /** Endings of compressed files: gzip's, and those of Unix's compress, in which UCI ships ISOLET. */
    static final List<String> ENDINGS = List.of("", ".gz", ".Z");

    /** {@code name} in {@code folder}, compressed or not. */
    static TextFile in(Path folder, String name) {
        for (String ending : ENDINGS) {
            Path path = folder.resolve(name + ending);
            if (Files.isRegularFile(path)) {
                return new TextFile(path);
            }
        }
        throw new DataException(folder.resolve(name) + " is missing; `trawl data fetch` gets the UCI files");
    }

    /**
     * Its reader throws a {@link CharacterCodingException} where the text is not UTF-8: two words must not become one.
     */
    BufferedReader open() throws IOException {
        return new BufferedReader(new InputStreamReader(decompressed(), StandardCharsets.UTF_8.newDecoder()));
    }

    /** What reads a line, counted from 1. */
    interface LineReader {
        void read(int number, String text);
    }

    /** Hands over every line but empty ones at the end; returns how many lines that were. */
    int forEachLine(LineReader reader) {
        int number = 0;
        int empty = 0;
        try (BufferedReader lines = open()) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                if (text.isBlank()) {
                    empty++;
                    continue;
                }
                for (; empty > 0; empty--) {
                    reader.read(++number, "");
                }
                reader.read(++number, text);
            }
            return number;
        } catch (IOException e) {
            throw new DataException(path + " cannot be read after line " + number + ": " + why(e), e);
        }
    }

    DataException damaged(int line, String what) {
        return new DataException(path + ", line " + line + ": " + what);
    }

    DataException damaged(String what) {
        return new DataException(path + ": " + what);
    }

    /** Why it cannot be read, in words. */
    String why(Throwable fault) {
        return fault instanceof CharacterCodingException
                ? "this is no UTF-8 text" + lineOfAnotherEncoding()
                : reason(fault);
    }

    /** Why a file cannot be read; the message of a refused one is its path alone. */
    static String reason(Throwable fault) {
        return fault instanceof AccessDeniedException ? "permission denied" : String.valueOf(fault.getMessage());
    }

    /** A decoder that fails hands over nothing of what it has read, so the lines are counted anew. */
    private String lineOfAnotherEncoding() {
        try (BufferedReader bytes =
                new BufferedReader(new InputStreamReader(decompressed(), StandardCharsets.ISO_8859_1))) {
            int number = 1;
            for (String line = bytes.readLine(); line != null; line = bytes.readLine()) {
                byte[] read = line.getBytes(StandardCharsets.ISO_8859_1);
                if (!isText(read)) {
                    return " (line " + number + ")";
                }
                number++;
            }
        } catch (IOException e) {
            return ""; // there is no line then, but a reason there is
        }
        return "";
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private InputStream decompressed() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        String name = path.toString();
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(bytes);
        }
        return name.endsWith(".Z") ? new ZCompressorInputStream(bytes) : bytes;
    }
}
