package dev.trawl.sweep;

import static dev.trawl.sweep.SweepText.grids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SweepDifferenceTest {

    private static final String OLD = grids("{\"p\": [4, 8], \"seed\": \"1..10\"}", "{\"n\": 50}");

    @Test
    void theSameFileHasNoDifference() {
        assertThat(between(OLD, OLD)).isEmpty();
        assertThat(between(SweepText.FIGURE, SweepText.read(SweepText.FIGURE).resolved()))
                .isEmpty();
    }

    @Test
    void aFileMayGrow() {
        assertThat(between(OLD, grids("{\"n\": [50, 60]}", "{\"p\": \"4..8\", \"seed\": \"0..20\"}", "{\"n\": 70}")))
                .isEmpty();
    }

    @Test
    void aGridMayBeSplit() {
        assertThat(between(
                        OLD,
                        grids("{\"p\": 4, \"seed\": \"1..10\"}", "{\"p\": 8, \"seed\": \"1..10\"}", "{\"n\": 50}")))
                .isEmpty();
    }

    @Test
    void anotherTextAboutItIsNoDifference() {
        assertThat(between(OLD, OLD.replace("{\"name\"", "{\"about\": \"new\", \"name\"")))
                .isEmpty();
    }

    @Test
    void anotherNameIsOne() {
        assertThat(between(OLD, OLD.replace("small", "smaller"))).containsExactly("name: \"small\" became \"smaller\"");
    }

    @Test
    void aChangedValueIsNamedWithWhatItBecame() {
        assertThat(between(OLD, OLD.replace("\"seed\"", "\"lr\": 0.1, \"seed\"")))
                .containsExactly(
                        "grids[0].lr: 0.001 became 0.1", "grids[0]: of 20 trials 20 are no longer in the file");
    }

    /** Rows keep the step that they have, so the cell would fall in two. */
    @Test
    void anotherStepIsOne() {
        String named = grids("{\"step\": \"a\", \"p\": [4, 8], \"seed\": \"1..20\"}", "{\"n\": 50}");

        assertThat(between(OLD, named))
                .containsExactly(
                        "grids[0].step: \"\" became \"a\"", "grids[0]: of 20 trials 20 are no longer in the file");
        assertThat(between(named, named)).isEmpty();
    }

    @Test
    void fewerValuesAreNamed() {
        assertThat(between(OLD, OLD.replace("1..10", "1..6")))
                .containsExactly(
                        "grids[0].seed: \"1..10\" became \"1..6\"",
                        "grids[0]: of 20 trials 8 are no longer in the file");
    }

    @Test
    void aGridThatIsGoneIsNamed() {
        assertThat(between(OLD, grids("{\"n\": 50}")))
                .last()
                .isEqualTo("grids[0]: of 20 trials 20 are no longer in the file");
    }

    private static List<String> between(String stored, String now) {
        return SweepDifference.between(SweepText.read(stored), SweepText.read(now));
    }
}
