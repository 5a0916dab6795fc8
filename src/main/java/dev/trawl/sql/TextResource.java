package dev.trawl.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files of the jar. */
public final class TextResource {

    private TextResource() {}

    /**
     * @param path from the root of the jar, with a slash before it
     * @throws IllegalStateException when the jar has no such file
     */
    public static String read(String path) {
        try (var in = TextResource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
