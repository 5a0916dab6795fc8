package dev.trawl.sweep;

import java.util.List;

/** A sweep file, or a {@code --set}, that cannot be used. */
public final class SweepFileException extends Exception {

    private final transient List<String> problems;

    SweepFileException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line a problem: its place, what is there and what was expected. The message is these lines joined. */
    public List<String> problems() {
        return problems;
    }
}
