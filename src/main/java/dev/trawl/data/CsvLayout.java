package dev.trawl.data;

import java.io.Serializable;
import java.util.List;

/**
 * What the columns of a CSV file are.
 *
 * @param label the label's column, by its name or by its number, counted from 1
 * @param header whether the first line names the columns
 * @param drop columns that are no inputs, named in the same way
 */
public record CsvLayout(String label, boolean header, List<String> drop) implements Serializable {

    public CsvLayout {
        drop = List.copyOf(drop);
    }
}
