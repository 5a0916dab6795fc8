package dev.trawl.cli;

import dev.trawl.sql.TableColumns;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Lines that a person types, with history, and names completed by the tabulator key. The only class that needs JLine.
 */
final class EditedLines implements LineSource {

    private final Terminal terminal;
    private final LineReader reader;

    private EditedLines(Terminal terminal) {
        this.terminal = terminal;
        TreeSet<String> names = new TreeSet<>(TableColumns.TABLES);
        TableColumns.ALL.forEach(column -> names.add(column.name()));
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .completer(new StringsCompleter(names))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // "!" is a character like any other
                .build();
    }

    /** Empty where standard input is no terminal, or JLine is missing. */
    static Optional<LineSource> open() {
        if (System.console() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EditedLines(
                    TerminalBuilder.builder().system(true).dumb(false).build()));
        } catch (IOException | IllegalStateException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public @Nullable String next(String prompt) throws GivenUp {
        try {
            return reader.readLine(prompt);
        } catch (UserInterruptException e) {
            throw new GivenUp(e.getPartialLine().isEmpty());
        } catch (EndOfFileException e) {
            return null;
        }
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
