package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.job.Progress;
import dev.trawl.trial.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final Progress HALF = progress(5, 0.5);
    private static final Progress DONE = progress(10, 1);

    private final StringWriter text = new StringWriter();

    @Test
    void onATerminalOneLineChanges() {
        ProgressLine line = new ProgressLine(new PrintWriter(text), true);
        line.progress(HALF);
        line.end(DONE);

        assertThat(text.toString()).containsOnlyOnce("\n");
        assertThat(text.toString())
                .contains(HALF.text(), DONE.text())
                .startsWith("\r")
                .endsWith(System.lineSeparator());
    }

    @Test
    void elsewhereLinesAreFewAndPlain() {
        ProgressLine line = new ProgressLine(new PrintWriter(text), false);
        line.progress(HALF);
        line.progress(HALF);
        line.end(DONE);

        assertThat(text.toString().lines()).containsExactly(DONE.text());
    }

    /** The run goes on for a moment, and its rate changes. */
    @Test
    void theLastStateIsPrintedOnce() {
        ProgressLine line = new ProgressLine(new PrintWriter(text), false, 0);
        line.progress(HALF);
        line.progress(progress(10, 0.99));
        line.end(DONE);

        assertThat(text.toString().lines()).containsExactly(HALF.text(), DONE.text());
    }

    @Test
    void theSummarySaysWhatShareOfTheCoresTimeWentIntoTrials() {
        assertThat(DONE.summary(OptionalInt.of(2)))
                .isEqualTo("10 trials in 2.0 s; trials took 3.0 s, 75.0% of the time of 2 cores");
        assertThat(DONE.summary(OptionalInt.empty())).isEqualTo("10 trials in 2.0 s; trials took 3.0 s");
    }

    @Test
    void closingWithoutProgressPrintsNothing() {
        new ProgressLine(new PrintWriter(text), true).close();

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void aNoteIsOneLineOfATerminalAndGoesAway() {
        ProgressLine line = new ProgressLine(new PrintWriter(text), true);
        line.note("table 1 of 2: one");
        line.note("table 2 of 2: two");
        line.clear();
        line.close();
        new ProgressLine(new PrintWriter(text), false).note("elsewhere");

        assertThat(text.toString())
                .contains("one", "two")
                .doesNotContain("\n", "elsewhere")
                .endsWith("\r\u001b[?7l\u001b[?7h\u001b[K");
    }

    @Test
    void afterTheLastWordNothingIsShown() {
        ProgressLine line = new ProgressLine(new PrintWriter(text), true);
        line.note("one");
        line.close();
        line.note("two");

        assertThat(text.toString()).endsWith(System.lineSeparator()).doesNotContain("two");
    }

    /** Of a run of ten trials at five a second, on one core and a half. */
    private static Progress progress(long done, double share) {
        return new Progress(
                done,
                10,
                done,
                Failures.NONE,
                Duration.ofMillis(200 * done),
                Duration.ofMillis(300 * done),
                share,
                OptionalDouble.of(0.75));
    }
}
