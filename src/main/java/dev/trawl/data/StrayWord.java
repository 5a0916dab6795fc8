package dev.trawl.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A word in a column that is otherwise of numbers, which would make an input of each of them.
 *
 * @param record the first that has one, from 0
 * @param numbers how many values of the column are numbers
 */
record StrayWord(int record, int numbers) {

    /** Of a column of fewer different values, some may be codes and others words. */
    private static final int MOST_CODES = 100;

    /**
     * Empty where the column is of numbers, or of words.
     *
     * @param header whether the file says that its first line names the columns; if not, that line may be one all the
     *     same
     */
    static Optional<StrayWord> in(CsvColumn column, List<String[]> records, boolean header) {
        if (column.words().isEmpty() || header && column.width() <= MOST_CODES) {
            return Optional.empty();
        }
        int[] words = IntStream.range(0, records.size())
                .filter(record -> !CsvColumn.isNumber(records.get(record)[column.index()]))
                .toArray();
        boolean few = words.length > 0 && 10L * words.length <= records.size();
        boolean name = !header && words.length == 1 && words[0] == 0;
        return few && (name || column.width() > MOST_CODES)
                ? Optional.of(new StrayWord(words[0], records.size() - words.length))
                : Optional.empty();
    }
}
