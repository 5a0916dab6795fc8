package dev.trawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formatter leaves comments, strings and SQL as long as they are. */
class LineWidthTest {

    private static final int COLUMNS = 120;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/bench/java", "src/main/resources/sql", "src/main/resources/report"})
    void noLineIsLongerThanTheHouseHasIt(String folder) throws IOException {
        List<String> longer = new ArrayList<>();
        int read = 0;
        try (var files = Files.walk(Path.of(folder))) {
            for (Path file : (Iterable<Path>) files.filter(LineWidthTest::isCode)::iterator) {
                List<String> lines = Files.readAllLines(file);
                for (int line = 0; line < lines.size(); line++) {
                    if (lines.get(line).length() > COLUMNS) {
                        longer.add(file + ":" + (line + 1));
                    }
                }
                read++;
            }
        }
        assertThat(read).isPositive();
        assertThat(longer).isEmpty();
    }

    private static boolean isCode(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".sql");
    }
}
