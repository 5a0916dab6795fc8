package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.trial.Failures;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    @Test
    void aLineSaysAllThatIsKnown() {
        Progress progress = new Progress(
                1204,
                40_000,
                400,
                new Failures(2, 1),
                Duration.ofSeconds(32),
                Duration.ZERO,
                0.01,
                OptionalDouble.of(0.99312));

        assertThat(progress.text())
                .isEqualTo(
                        "1,204 / 40,000 trials, 12.5 a second, 53 min left, 2 failed, 1 diverged, best test AUC 0.993");
    }

    @Test
    void aLineSaysNothingOfWhatIsNotKnown() {
        Progress progress =
                new Progress(5, 10, 0, Failures.NONE, Duration.ofSeconds(1), Duration.ZERO, 0, OptionalDouble.empty());

        assertThat(progress.text()).isEqualTo("5 / 10 trials");
    }

    /** A tenth of the cost is done. */
    @ParameterizedTest
    @CsvSource({"11, 99 s", "12, 2 min", "660, 99 min", "667, 1.7 h", "39960, 99.9 h", "40000, 4.2 days"})
    void whatIsLeftGoesByCost(long elapsed, String left) {
        Progress progress = new Progress(
                1, 2, 1, Failures.NONE, Duration.ofSeconds(elapsed), Duration.ZERO, 0.1, OptionalDouble.empty());

        assertThat(progress.text()).endsWith(", " + left + " left");
    }
}
