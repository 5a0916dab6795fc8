package dev.trawl.data;

import java.io.Serializable;
import java.util.List;

/**
 * What the columns of a CSV file are.
 *
 * @param label the label's column, by its name or by its number, counted from 1
 * @param header what the first line is
 * @param drop columns that are no inputs, named in the same way
 */
public record CsvLayout(String label, Header header, List<String> drop) implements Serializable {

    /** What a file's first line is. */
    public enum Header {
        /** It names the columns. */
        NAMES,
        /** It is a row. */
        NONE,
        /** It names the columns, unless it looks like a row, which is refused. */
        NOT_SAID
    }

    public CsvLayout {
        drop = List.copyOf(drop);
    }

    /** Whether the first line is no row. */
    public boolean hasHeader() {
        return header != Header.NONE;
    }
}
