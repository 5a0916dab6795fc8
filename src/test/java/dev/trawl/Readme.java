package dev.trawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The README's text, and the sweep files that it shows. */
public final class Readme {

    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private Readme() {}

    public static String text() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** The first sweep file: grids and a profile. */
    static String sweep() throws IOException {
        return json(0);
    }

    /** The second: data of the reader's own, {@code kinds.csv}. */
    static String ownData() throws IOException {
        return json(1);
    }

    /** The third: a study of two steps. */
    public static String study() throws IOException {
        return json(2);
    }

    private static String json(int index) throws IOException {
        return JSON.matcher(text())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList()
                .get(index);
    }
}
