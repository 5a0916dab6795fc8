package dev.trawl.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private static final String FILE = """
            {"name": "a",
             "defaults": {"data": "xor", "k": 2, "n": 100, "hidden": 8, "epochs": {"dense": 10}, "seed": "1..100"},
             "grids": [{"p": [4, 5]}, {"p": 6, "seed": "1..50"}],
             "profiles": {"small": {"seed": "1..3"}, "tiny": {"seed": 1, "p": 4, "k": 1, "epochs": {"dense": 1}}}}
            """;

    @Test
    void aProfileCountsInsteadOfWhatDefaultsAndGridsSay() throws SweepFileException {
        assertThat(SweepFile.read("a.json", FILE, List.of()).trials()).isEqualTo(250);
        assertThat(SweepFile.read("a.json", FILE, "small", List.of()).trials()).isEqualTo(9);
    }

    @Test
    void whatIsSetCountsOverTheProfile() throws SweepFileException {
        assertThat(SweepFile.read("a.json", FILE, "small", List.of("seed=1..7")).trials())
                .isEqualTo(21);
    }

    @Test
    void aMisspeltProfileIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> SweepFile.read("a.json", FILE, "smal", List.of()))
                .hasMessageContaining("--profile smal")
                .hasMessageContaining("did you mean \"small\"");
    }

    @Test
    void aWrongValueIsSeenThoughItsProfileIsNotAskedFor() {
        assertThatThrownBy(() -> SweepFile.read("a.json", FILE.replace("\"1..3\"", "-1.5"), List.of()))
                .hasMessageContaining("a.json:4: profiles.small.seed");
    }

    @Test
    void aProfileOfStepsIsRefusedWhereThereAreNone() {
        String file = FILE.replace("{\"seed\": \"1..3\"}", "{\"steps\": {\"search\": {\"seed\": 1}}}");
        assertThatThrownBy(() -> SweepFile.read("a.json", file, List.of()))
                .hasMessage("a.json:4: profiles.small.steps: this sweep file has no steps");
    }

    private static final String STEPS = """
            {"name": "a",
             "defaults": {"data": "xor", "k": 2, "n": 100, "hidden": 8, "epochs": {"dense": 10}, "p": 4, "seed": "1..100"},
             "steps": [{"name": "search", "grids": [{"lr": [0.01, 0.1]}]},
                       {"name": "final", "choose": "SELECT 0.1D AS lr", "grids": [{"seed": "101..110"}]}],
             "profiles": {"quick": {"k": 3, "steps": {"search": {"seed": 1}}}}}
            """;

    @Test
    void whatAProfileSaysOfAStepCountsThereOnly() throws SweepFileException {
        Sweep sweep = SweepFile.read("a.json", STEPS, "quick", List.of());
        assertThat(sweep.trials()).isEqualTo(2);
        assertThat(sweep.choose(List.of(Map.of("lr", 0.1))).trials()).isEqualTo(2 + 10);
    }

    @Test
    void whatIsSetCountsOverWhatAProfileSaysOfAStepAndThatOverTheProfile() throws SweepFileException {
        String file = STEPS.replace("{\"k\": 3, ", "{\"k\": 3, \"seed\": \"1..9\", ");
        assertThat(SweepFile.read("a.json", file, "quick", List.of()).trials()).isEqualTo(2);
        assertThat(SweepFile.read("a.json", file, "quick", List.of("seed=1..4")).trials())
                .isEqualTo(2 * 4);
    }

    @Test
    void aMisspeltStepIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> SweepFile.read("a.json", STEPS.replace("{\"search\"", "{\"serch\""), List.of()))
                .hasMessageContaining("a.json:5: profiles.quick.steps.serch")
                .hasMessageContaining("did you mean \"search\"");
    }
}
