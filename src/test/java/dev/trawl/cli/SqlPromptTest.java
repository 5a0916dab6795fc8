package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gives up at the prompt is not asked. */
class SqlPromptTest {

    private static final String CTRL_C = "\u0003";

    private final List<String> asked = new ArrayList<>();
    private final List<String> prompts = new ArrayList<>();

    @Test
    void anInterruptDropsTheStatementThatIsOpen() throws IOException {
        typed("SELECT a,", "  b", CTRL_C, "SELECT 1;");

        assertThat(asked).containsExactly("SELECT 1");
        assertThat(prompts).containsExactly("trawl> ", "    -> ", "    -> ", "trawl> ", "trawl> ");
    }

    @Test
    void anInterruptInALineDropsItAndWhatStoodBefore() throws IOException {
        typed("SELECT a,", "  b, c" + CTRL_C, "half" + CTRL_C, "SELECT 1;");

        assertThat(asked).containsExactly("SELECT 1");
    }

    @Test
    void anInterruptWithNothingTypedEnds() throws IOException {
        typed("SELECT 1;", CTRL_C, "SELECT 2;");

        assertThat(asked).containsExactly("SELECT 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\q", "quit;", "exit"})
    void anEndDropsWhatAPersonLeftOpen(String end) throws IOException {
        typed("SELECT 1;", "SELECT 2", end, "SELECT 3;");

        assertThat(asked).containsExactly("SELECT 1");
    }

    @Test
    void theEndOfTheInputDropsWhatAPersonLeftOpen() throws IOException {
        typed("SELECT 1;", "SELECT 2");

        assertThat(asked).containsExactly("SELECT 1");
    }

    @Test
    void theLastStatementOfAScriptNeedsNoSemicolon() throws IOException {
        run(false, "SELECT 1;", "SELECT 2");

        assertThat(asked).containsExactly("SELECT 1", "SELECT 2");
    }

    private void typed(String... lines) throws IOException {
        run(true, lines);
    }

    private void run(boolean interactive, String... lines) throws IOException {
        var prompt = new SqlPrompt(
                new Lines(interactive, List.of(lines)), new PrintWriter(new StringWriter()), (number, text) -> {
                    asked.add(text);
                    return true;
                });

        assertThat(prompt.run()).isZero();
    }

    /** Lines as if typed; one that ends with Ctrl-C is given up. */
    private final class Lines implements LineSource {

        private final boolean interactive;
        private final List<String> lines;

        private Lines(boolean interactive, List<String> lines) {
            this.interactive = interactive;
            this.lines = lines;
        }

        @Override
        public @Nullable String next(String prompt) throws GivenUp {
            prompts.add(prompt);
            if (prompts.size() > lines.size()) {
                return null;
            }
            String line = lines.get(prompts.size() - 1);
            if (line.endsWith(CTRL_C)) {
                throw new GivenUp(line.equals(CTRL_C));
            }
            return line;
        }

        @Override
        public boolean isInteractive() {
            return interactive;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
