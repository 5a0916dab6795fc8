package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    private final StringWriter err = new StringWriter();

    @Test
    void anAnswerThatIsWholeEndsAsItsCommand() {
        var bytes = new ByteArrayOutputStream();

        assertThat(codeOf(bytes, ExitCode.DONE)).isZero();
        assertThat(codeOf(bytes, ExitCode.SOME_FAILED)).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(bytes).hasToString("12");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anAnswerThatIsCutOffIsAFault() {
        assertThat(codeOf(failing("No space left on device"), ExitCode.DONE)).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "cannot write to standard output, the answer is not whole: No space left on device");
    }

    @Test
    void aReaderThatHasEnoughHearsNothing() {
        assertThat(codeOf(failing("Broken pipe"), ExitCode.DONE)).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).isEmpty();
    }

    /** Prints through a stream of text, which swallows what goes wrong. */
    private int codeOf(OutputStream to, int code) {
        var out = new StandardOutput(to);
        var text = new PrintStream(out, true);
        text.print(code == ExitCode.DONE ? "1" : "2");
        return out.exitCode(code, new PrintWriter(err, true));
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
