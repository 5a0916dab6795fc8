package dev.trawl.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A word in a column that is otherwise of numbers, which would make an input of each of them: a slip of the pen, or a
 * mark where a number is missing.
 *
 * @param record the first that has one, from 0
 * @param numbers how many values of the column are numbers
 * @param mayBeName whether the record may be the first line of a file that names its columns unsaid
 */
record StrayWord(int record, int numbers, boolean mayBeName) {

    /** Of a column of fewer different values, some may be codes and others words. */
    private static final int MOST_CODES = 100;

    /** So many different numbers may be codes beside a word or two; more of them are a quantity. */
    private static final int MOST_NUMBER_CODES = 20;

    /** So many different words may be marks; more of them are categories. */
    private static final int MOST_MARKS = 3;

    /** A typesetter's minus makes a word of a number. */
    private static final char MINUS = '\u2212';

    /**
     * Empty where the column is of numbers, or of words.
     *
     * @param header whether the file says that its first line names the columns; if not, that line may be one all the
     *     same
     */
    static Optional<StrayWord> in(CsvColumn column, List<String[]> records, boolean header) {
        if (column.words().isEmpty() || header && column.width() <= MOST_NUMBER_CODES) {
            return Optional.empty();
        }
        int[] words = IntStream.range(0, records.size())
                .filter(record -> !CsvColumn.isNumber(records.get(record)[column.index()]))
                .toArray();
        boolean few = 10L * words.length <= records.size();
        boolean name = !header && words.length == 1 && words[0] == 0;
        return few && (name || column.width() > MOST_CODES) || isQuantity(column, records)
                ? Optional.of(new StrayWord(
                        words[0], records.size() - words.length, !header && isFirstAndAlone(column, words, records)))
                : Optional.empty();
    }

    /** Many different numbers in half of the rows or more, and hardly any words, however often these stand there. */
    private static boolean isQuantity(CsvColumn column, List<String[]> records) {
        Set<String> different = column.words().keySet();
        long differentNumbers =
                different.stream().filter(StrayWord::isMeantAsNumber).count();
        long numbers = records.stream()
                .filter(record -> isMeantAsNumber(record[column.index()]))
                .count();
        return 2 * numbers >= records.size()
                && differentNumbers > MOST_NUMBER_CODES
                && different.size() - differentNumbers <= MOST_MARKS;
    }

    private static boolean isMeantAsNumber(String text) {
        return CsvColumn.isNumber(text.replace(MINUS, '-'));
    }

    /** As a name is, which no row has for a value. */
    private static boolean isFirstAndAlone(CsvColumn column, int[] words, List<String[]> records) {
        String first = records.get(0)[column.index()];
        return words[0] == 0
                && IntStream.of(words).skip(1).noneMatch(record -> records.get(record)[column.index()].equals(first));
    }
}
