package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.DataFolder;
import dev.trawl.data.RealData;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheFolder() {
        System.clearProperty(DataFolder.PROPERTY);
    }

    @Test
    void factsOfFilesThatAreMissingAreOneLine() {
        assertThat(Console.of("data", "facts", folder.toString()))
                .isEqualTo(new Console(
                        2,
                        "",
                        folder.resolve("car.data") + " is missing; `trawl data fetch` gets the UCI files"
                                + System.lineSeparator()));
    }

    @Test
    void factsAreTable2AndWhatToCite() {
        assertThat(Console.of("data", "facts", RealData.folder().toString())
                        .out()
                        .lines())
                .hasSize(7)
                .anySatisfy(
                        line -> assertThat(line).matches("Image Segmentation +7 +19 +2310 +2086 +10\\.24432/C5GP4N"));
    }
}
