package dev.trawl.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String XOR = """
            {"k": 3, "p": 5, "n": 60, "hidden": 12, "l2": 0.001, "data": "xor", "stages": ["dense", "cpna_all"],
             "epochs": {"dense": 10, "hidden": 11, "input": 12}, "keep": {"hidden": 4, "input": 9}}""";

    private static final String REAL = """
            {"data": {"csv": "%s", "label": "1", "header": false}, "fold": 1, "hidden": 12, "epochs": {"dense": 10}}""";

    /** Another value of each setting than the two trials above have. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("k", "2"),
            Map.entry("p", "6"),
            Map.entry("n", "61"),
            Map.entry("test", "41"),
            Map.entry("duplicates", "drop"),
            Map.entry("split", "plain"),
            Map.entry("fold", "2"),
            Map.entry("folds", "4"),
            Map.entry("hidden", "13"),
            Map.entry("lr", "0.02"),
            Map.entry("l2", "0.002"),
            Map.entry("l2_input", "0.003"),
            Map.entry("batch", "7"),
            Map.entry("epochs.dense", "13"),
            Map.entry("epochs.hidden", "14"),
            Map.entry("epochs.input", "15"),
            Map.entry("stages", "[\"dense\", \"cpna_hidden\"]"),
            Map.entry("keep.hidden", "5"),
            Map.entry("keep.input", "10"),
            Map.entry("mu", "21"),
            Map.entry("normalise", "ranking"),
            Map.entry("phases", "input_first"),
            Map.entry("prune", "units"),
            Map.entry("curves", "3"),
            Map.entry("repeat", "2"),
            Map.entry("seed", "2"));

    /** Results are found by ids: a setting that an id leaves out would find those of another trial. */
    @Test
    void everySettingButTheStepsNameIsPartOfATrialsId(@TempDir Path folder) throws IOException {
        String rows =
                IntStream.range(0, 30).mapToObj(row -> row % 2 + "," + row).collect(Collectors.joining("\n"));
        String real = REAL.formatted(Files.writeString(folder.resolve("made.csv"), rows));
        Set<String> names = new HashSet<>(Settings.names());
        names.remove("step");
        names.remove("data"); // its own settings are here
        assertThat(OTHERS.keySet()).isEqualTo(names);

        Set<String> ids = new HashSet<>(Set.of(id(XOR), id(real)));
        OTHERS.forEach((name, value) -> {
            boolean ofReal = Settings.OF_REAL_DATA.stream()
                    .anyMatch(setting -> setting.name().equals(name));
            assertThat(ids.add(id(ofReal ? real : XOR, name + "=" + value)))
                    .as(name)
                    .isTrue();
        });
        assertThat(id(XOR, "step=another")).isEqualTo(id(XOR));
    }

    @Test
    void everyDefaultIsAValueOfItsSetting() {
        for (Setting<?> setting : Settings.ALL) {
            Json standard = setting.standardJson();
            if (standard != null) {
                assertThat(GridReader.axis(setting, standard, new Problems()))
                        .as(setting.name())
                        .isPresent();
            }
        }
    }

    @Test
    void everySettingIsExplained() {
        assertThat(Settings.ALL).allSatisfy(setting -> {
            assertThat(setting.name()).matches("[a-z0-9_]+(\\.[a-z]+)?");
            assertThat(setting.type()).isNotEmpty();
            assertThat(setting.meaning()).isNotEmpty().doesNotEndWith(".");
        });
        assertThat(Settings.names()).doesNotHaveDuplicates();
    }

    private static String id(String grid, String... overrides) {
        String sweep = "{\"name\": \"one\", \"grids\": [" + grid + "]}";
        return Plan.of(SweepText.read(sweep, overrides)).trial(0).id();
    }
}
