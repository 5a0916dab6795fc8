package dev.trawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.spark.TableGuide;
import dev.trawl.spark.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {

    private static final Pattern LIBRARY =
            Pattern.compile("```java\n(.*?)```\n\n    \\$ java @submit/jvm.options [^\n]*\n(.*?)\n\n", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theLibraryExampleRunsAndPrintsWhatStandsBelowIt() throws IOException, InterruptedException {
        Matcher example = LIBRARY.matcher(readme());
        assertThat(example.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Mine.java"), example.group(1));

        assertThat(run(source)).isEqualTo(example.group(2).stripIndent() + "\n");
    }

    @Test
    void theTablesAreDescribedAsByShowTables() throws IOException {
        String readme = readme();

        assertThat(TableGuide.ALL.stream().filter(entry -> Tables.NAMES.contains(entry.table())))
                .hasSameSizeAs(Tables.NAMES)
                .allSatisfy(entry -> assertThat(readme)
                        .contains("| `" + entry.table() + "` | " + entry.row() + " | " + entry.answers() + " |"));
    }

    private String run(Path source) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> options = List.of("-Dspark.master=local[2]", "-Dspark.sql.shuffle.partitions=1");
        Process process = ForkedJvm.of(options, source.toString())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(err)).isZero();
        return Files.readString(out);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
