package dev.trawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.sql.TableGuide;
import dev.trawl.sql.Tables;
import dev.trawl.sql.TextResource;
import dev.trawl.sweep.Setting;
import dev.trawl.sweep.Settings;
import dev.trawl.sweep.StepGrowth;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        Matcher example = LIBRARY.matcher(Readme.text());
        assertThat(example.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Mine.java"), example.group(1));

        assertThat(run(source)).isEqualTo(example.group(2).stripIndent() + "\n");
    }

    @Test
    void theTablesAreDescribedAsByShowTables() throws IOException {
        String readme = Readme.text();

        assertThat(TableGuide.ALL.stream().filter(entry -> Tables.NAMES.contains(entry.table())))
                .hasSameSizeAs(Tables.NAMES)
                .allSatisfy(entry -> assertThat(readme)
                        .contains("| `" + entry.table() + "` | " + entry.row() + " | " + entry.answers() + " |"));
    }

    @Test
    void theWordsAreThoseOfThePage() throws IOException {
        String words = TextResource.read("/report/words.html");
        String head = "| word | what it means |\n| --- | --- |\n";
        String rows = Readme.text().split(Pattern.quote(head))[1].split("\n\n")[0];

        assertThat(rows.lines()).hasSize(12).allSatisfy(row -> assertThat(words)
                .contains(row.replaceAll("`(\\w+)`", "<code>$1</code>")
                        .replaceFirst("^\\| (.*) \\| (.*) \\|$", "<tr><th scope=\"row\">$1</th><td>$2</td></tr>")));
    }

    @Test
    void thePageCitesThePaperAsHere() throws IOException {
        String cited = Readme.text().split("\n## The paper\n\n")[1].split("\n\n")[0];

        assertThat(TextResource.read("/report/page.html"))
                .contains(cited.replaceFirst("\\*(.*)\\*", "<cite>$1</cite>"));
    }

    @Test
    void theKeysAreThoseOfTheHelp() throws IOException {
        String rows = Settings.ALL.stream().map(ReadmeTest::row).collect(Collectors.joining());

        assertThat(Readme.text())
                .contains("\n| key | default | meaning (range) |\n| --- | --- | --- |\n" + rows + "\n");
    }

    @Test
    void theSweepFileIsOneAndAMisspeltKeyIsAnsweredAsShown() throws IOException, SweepFileException {
        String sweep = Readme.sweep();
        assertThat(SweepFile.read("mine.json", sweep, List.of()).trials()).isEqualTo(7 * 3 * 10 * 100 + 10);
        assertThat(SweepFile.read("mine.json", sweep, "small", List.of()).trials())
                .isEqualTo(7 * 3 * 5 + 5);

        String misspelt = sweep.replaceFirst("\"hidden\"", "\"hiden\"");
        assertThatThrownBy(() -> SweepFile.read("mine.json", misspelt, List.of()))
                .isInstanceOf(SweepFileException.class)
                .satisfies(refused -> assertThat(Readme.text())
                        .contains("    $ submit/local.sh plan mine.json\n"
                                + refused.getMessage().indent(4) + "\n"));
    }

    @Test
    void theSweepFileOfOnesOwnDataIsOne() throws IOException, SweepFileException {
        List<String> rows = IntStream.range(0, 60)
                .mapToObj(row -> row + "," + (row % 2 == 0 ? "even" : "odd"))
                .toList();
        Path kinds = folder.resolve("kinds.csv");
        Files.writeString(kinds, "number,kind\n" + String.join("\n", rows));

        String sweep = Readme.ownData().replace("kinds.csv", kinds.toString());

        assertThat(SweepFile.read("kinds.json", sweep, List.of()).trials()).isEqualTo(3 * 2 * 5 * 10);
    }

    @Test
    void aStudyMayGrowFromItsSmallProfile() throws IOException, SweepFileException {
        Sweep small = SweepFile.read("study.json", Readme.study(), "small", List.of())
                .choose(List.of(Map.of("repeat", 1, "hidden", "16", "lr", 0.01)));
        Sweep whole = SweepFile.read("study.json", Readme.study(), List.of());

        assertThat(small.trials()).isEqualTo(2 * 2 * 2 * 3 + 10);
        assertThat(whole.trials()).isEqualTo(2 * 2 * 5 * 3);
        assertThat(StepGrowth.between(small, whole)).isEmpty();
    }

    @Test
    void theDependencyHasThisVersion() throws IOException {
        assertThat(Readme.text())
                .contains("  <groupId>dev.trawl</groupId>\n  <artifactId>trawl</artifactId>\n  <version>"
                        + Build.version() + "</version>\n");
    }

    private static String row(Setting<?> setting) {
        String standard = setting.standard().isEmpty() ? "required" : "`" + setting.standard() + "`";
        return "| `" + setting.name() + "` | " + standard + " | " + setting.meaning() + " (" + setting.range()
                + ") |\n";
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
}
