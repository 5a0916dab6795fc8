package dev.trawl.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
}
