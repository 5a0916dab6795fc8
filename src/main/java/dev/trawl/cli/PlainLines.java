package dev.trawl.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a file or a pipe, or of a terminal where there is no line editor. */
final class PlainLines implements LineSource {

    private final BufferedReader reader;

    PlainLines(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String next(String prompt) throws IOException {
        return reader.readLine();
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public void close() {
        // Standard input is not ours to close.
    }
}
