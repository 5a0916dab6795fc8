package dev.trawl.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The {@code .sql} files of {@code resources/sql}, by their path without the ending. */
public final class Sql {

    private Sql() {}

    /** @throws IllegalStateException when the jar has no such file */
    public static String read(String name) {
        String path = "/sql/" + name + ".sql";
        try (var in = Sql.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
