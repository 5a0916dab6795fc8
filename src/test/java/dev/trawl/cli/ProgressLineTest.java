package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.spark.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final Progress HALF = new Progress(5, 10, 5, 0, Duration.ofSeconds(1), 0.5, OptionalDouble.of(0.75));
    private static final Progress DONE = new Progress(10, 10, 10, 0, Duration.ofSeconds(2), 1, OptionalDouble.of(0.75));

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

    @Test
    void closingWithoutProgressPrintsNothing() {
        new ProgressLine(new PrintWriter(text), true).close();

        assertThat(text.toString()).isEmpty();
    }
}
