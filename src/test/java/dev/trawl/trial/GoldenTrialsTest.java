package dev.trawl.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sweep.Plan;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same description and kernel give the same bits from version to version, or rows of two versions would lie side by
 * side under one id. Where another method or another order of draws is meant, {@code TrialId.FORMAT} goes up and the
 * files {@code golden/trials-KERNEL.csv} are written anew.
 */
class GoldenTrialsTest {

    /**
     * Every stage, order of phases and kind of pruning; full and mini-batches, drawn and given rows, two hidden layers.
     */
    private static final String SWEEP = """
            {"name": "golden",
             "defaults": {"k": 3, "p": 5, "n": 60, "test": 40, "hidden": 12, "lr": 0.01, "l2": 0.001,
                          "epochs": {"dense": 20, "hidden": 10, "input": 12}, "keep": {"hidden": 4, "input": 9}},
             "grids": [
               {"data": "xor", "repeat": 2, "seed": "1..2", "stages": %1$s},
               {"data": "xor", "batch": 16, "normalise": "ranking", "l2_input": 0.01, "stages": %1$s},
               {"data": "xor", "phases": "input_first", "l2_input": 0.01, "stages": ["cpna_all"]},
               {"data": "xor", "phases": "together", "mu": 5, "stages": ["cpna_all"]},
               {"data": "xor", "prune": "units", "normalise": ["in_place", "ranking"], "stages": ["cpna_hidden"]},
               {"data": {"csv": "%2$s", "label": "class"}, "split": "plain", "fold": ["none", 2], "folds": 3, "repeat": 3,
                "hidden": "10x8", "batch": 16, "keep": {"hidden": "20x9", "input": 15}, "stages": %1$s}]}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "vector"})
    void theSameDescriptionGivesTheSameBitsFromVersionToVersion(String kernel) throws IOException, SweepFileException {
        List<String> golden = Files.readAllLines(Path.of("src/test/resources/golden/trials-" + kernel + ".csv"));
        List<String> columns = List.of(golden.get(0).split(","));

        assertThat(rows(kernel, columns)).isEqualTo(golden.subList(1, golden.size()));
    }

    private List<String> rows(String kernel, List<String> columns) throws IOException, SweepFileException {
        String stages = Stream.of(Stage.values())
                .map(stage -> "\"" + stage.key() + "\"")
                .toList()
                .toString();
        Plan plan = Plan.of(SweepFile.read(SWEEP.formatted(stages, given())));
        TrialMethod method = new KernelMethod(kernel);
        Provenance here = new Provenance("golden", "", kernel, "0", "17", "here", 0);
        return LongStream.range(0, plan.size())
                .mapToObj(index -> TrialTask.run(plan.trial(index), method, here))
                .flatMap(trial -> trial.rows().stream())
                .map(row -> columns.stream()
                        .map(column -> text(row[TrialColumns.index(column)]))
                        .collect(Collectors.joining(",")))
                .sorted()
                .toList();
    }

    /** Three classes, a column of words between numbers, some rows twice. */
    private Path given() throws IOException {
        Stream<String> rows = IntStream.range(0, 90)
                .map(row -> row % 80)
                .mapToObj(row ->
                        row * row % 41 + "," + List.of("red", "green", "blue").get(row % 3) + "," + row % 7 + ".3,"
                                + (row * row + row % 7) % 3);
        return Files.write(
                folder.resolve("given.csv"),
                Stream.concat(Stream.of("a,b,c,class"), rows).toList());
    }

    /** Of a double its bits: its digits are others from JDK 19 on. */
    private static String text(Object value) {
        return value instanceof Double number ? Double.toHexString(number) : String.valueOf(value);
    }
}
