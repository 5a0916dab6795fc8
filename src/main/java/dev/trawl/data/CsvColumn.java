package dev.trawl.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of a CSV file as inputs.
 *
 * @param index in the file, from 0
 * @param words of a column that is not all numbers, each with its place among them, sorted; empty for numbers
 */
record CsvColumn(int index, Map<String, Integer> words) {

    private static final String MANTISSA = "\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)";

    /** A BigDecimal reads no exponent of eleven digits, and no float needs more than two. */
    private static final Pattern DECIMAL = Pattern.compile(MANTISSA + "([eE][+-]?[0-9]{1,4})?\\s*");

    private static final Pattern ANY_EXPONENT = Pattern.compile(MANTISSA + "([eE][+-]?[0-9]+)?\\s*");

    private static final Pattern INFINITE = Pattern.compile("\\s*[+-]?inf(inity)?\\s*", Pattern.CASE_INSENSITIVE);

    static CsvColumn of(int index, List<String[]> records) {
        boolean numbers = records.stream().allMatch(record -> isNumber(record[index]));
        return new CsvColumn(index, numbers ? Map.of() : places(words(index, records)));
    }

    /** Where each word stands. */
    static Map<String, Integer> places(List<String> words) {
        Map<String, Integer> places = new HashMap<>();
        words.forEach(word -> places.put(word, places.size()));
        return places;
    }

    /** The different words of a column, sorted: as numbers where all are, else as text. */
    static List<String> words(int index, List<String[]> records) {
        List<String> words = records.stream()
                .map(record -> record[index])
                .distinct()
                .sorted()
                .toList();
        return words.stream().allMatch(CsvColumn::isNumber)
                ? words.stream()
                        .sorted(Comparator.comparingDouble(Double::parseDouble))
                        .toList()
                : words;
    }

    /** Inputs that it becomes. */
    int width() {
        return words.isEmpty() ? 1 : words.size();
    }

    /** The first value of a column of numbers that is infinite, or too large for single precision, or so written. */
    static Optional<String> infinity(int index, List<String[]> records) {
        List<String> others = records.stream()
                .map(record -> record[index])
                .filter(value -> !isNumber(value))
                .toList();
        return others.stream().allMatch(CsvColumn::isInfinite) ? others.stream().findFirst() : Optional.empty();
    }

    private static boolean isInfinite(String text) {
        return INFINITE.matcher(text).matches() || ANY_EXPONENT.matcher(text).matches() && !isNumber(text);
    }

    /**
     * Whether single precision keeps a column of numbers: it moves none by more than a ten-thousandth of their range.
     * Seconds since 1970 that span an hour are 128 apart in it.
     */
    boolean isKept(List<String[]> records) {
        double[] values = records.stream()
                .mapToDouble(record -> Double.parseDouble(record[index]))
                .toArray();
        double range = Arrays.stream(values).max().orElse(0)
                - Arrays.stream(values).min().orElse(0);
        return range == 0 || Arrays.stream(values).allMatch(value -> Math.abs((float) value - value) <= 1e-4 * range);
    }

    /** Writes the inputs of one record at {@code start} of {@code row}, which is 0 there. */
    void write(String[] record, float[] row, int start) {
        if (words.isEmpty()) {
            row[start] = Float.parseFloat(record[index]) + 0f; // -0 becomes 0
        } else {
            row[start + words.getOrDefault(record[index], 0)] = 1;
        }
    }

    /** A finite decimal number. Java would also take "1d" and "2f", which are words here, "0x1p3" and "0e12345". */
    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches() && Float.isFinite(Float.parseFloat(text));
    }
}
