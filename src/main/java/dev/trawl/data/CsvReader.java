package dev.trawl.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a CSV file whole. A column of numbers is one input, any other column one input a word (one-hot). */
final class CsvReader {

    /** Numbers that a file may become: 1 GB of them. */
    private static final long MOST_NUMBERS = 1L << 28;

    /** So many classes may have a row each; more of them are no classes. */
    private static final int MOST_RARE_CLASSES = 20;

    /** So many words may stand in a row each; more of them are no categories. */
    private static final int MOST_RARE_WORDS = 100;

    /** Columns of words that are named. */
    private static final int COLUMNS_SHOWN = 5;

    private static final Pattern PADDING = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private final TextFile file;
    private final CsvLayout layout;
    private final CsvRecords read;
    private final CsvNames names;
    private final List<String[]> records;

    private CsvReader(TextFile file, CsvLayout layout, CsvRecords read) {
        this.file = file;
        this.layout = layout;
        this.read = read;
        this.names = read.names();
        this.records = read.all();
    }

    static Observations read(TextFile file, CsvLayout layout) {
        return new CsvReader(file, layout, CsvRecords.of(file, layout)).observations();
    }

    private Observations observations() {
        if (layout.header() == CsvLayout.Header.NOT_SAID) {
            requireNames();
        }
        int labelColumn = labelColumn();
        List<CsvColumn> inputs = IntStream.range(0, names.count())
                .filter(column -> column != labelColumn && !read.isDropped(column))
                .mapToObj(this::input)
                .toList();
        int width = width(inputs);
        List<String> classes = classes(labelColumn);
        Map<String, Integer> places = CsvColumn.places(classes);
        List<float[]> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (String[] record : records) {
            float[] row = new float[width];
            int start = 0;
            for (CsvColumn column : inputs) {
                column.write(record, row, start);
                start += column.width();
            }
            rows.add(row);
            labels.add(places.get(record[labelColumn]));
        }
        return Observations.of(rows, labels, width, classes, columns(inputs));
    }

    private void requireNames() {
        ValueAsName.in(names, records).ifPresent(column -> {
            throw file.damaged(
                    1,
                    "\"" + names.of(column) + "\" looks like a value, where the names of columns are expected; "
                            + "if the first line is a row, say \"header\": false, if it names the columns, "
                            + "\"header\": true");
        });
    }

    private List<String> classes(int labelColumn) {
        List<String> classes = CsvColumn.words(labelColumn, records);
        if (classes.size() < 2) {
            throw file.damaged("has one class only: " + classes);
        }
        if (classes.size() > MOST_RARE_CLASSES && 2 * classes.size() > records.size()) {
            throw file.damaged("column " + names.called(labelColumn) + " has " + classes.size()
                    + " different labels in " + records.size() + " rows: classes are expected, not a quantity");
        }
        requireOneSpelling(classes, labelColumn);
        return classes;
    }

    /** Labels are text: one that is spelt in two ways would be two classes. */
    private void requireOneSpelling(List<String> classes, int labelColumn) {
        boolean numbers = classes.stream().map(CsvReader::unpadded).allMatch(CsvColumn::isNumber);
        Map<Object, String> spellings = new HashMap<>();
        for (String label : classes) {
            String text = unpadded(label);
            String other = spellings.putIfAbsent(numbers ? new BigDecimal(text).stripTrailingZeros() : text, label);
            if (other != null) {
                throw file.damaged("column " + names.called(labelColumn) + " has the labels \"" + other + "\" and \""
                        + label + "\", one " + (numbers ? "number spelt in two ways" : "word but for blanks around it")
                        + ", which would be two classes; spell it in one");
            }
        }
    }

    /** Without the blanks around it, those that do not break among them. */
    private static String unpadded(String label) {
        return PADDING.matcher(label).replaceAll("");
    }

    private CsvColumn input(int index) {
        CsvColumn.infinity(index, records).ifPresent(first -> {
            throw file.damaged("column " + names.called(index) + " has \"" + first
                    + "\" among its numbers, which is none in single precision; remove the row or write a number");
        });
        CsvColumn column = CsvColumn.of(index, records);
        StrayWord.in(column, records, layout.hasHeader()).ifPresent(stray -> {
            throw file.damaged(
                    read.line(stray.record()),
                    "column " + names.called(index) + " has \"" + records.get(stray.record())[index] + "\", where "
                            + stray.numbers() + " of its " + records.size() + " values are numbers; "
                            + (stray.mayBeName()
                                    ? "if the first line names the columns, say \"header\": true"
                                    : "remove the row, write a number, or leave the column out: " + names.drop(index)
                                            + "; numbers that are codes need a letter, as in c7"));
        });
        if (column.width() > MOST_RARE_WORDS && 2L * column.width() > records.size()) {
            throw file.damaged("column " + names.called(index) + " has " + column.width() + " different words in "
                    + records.size()
                    + " rows: categories are expected, not names or dates; to leave it out, say " + names.drop(index));
        }
        if (column.words().isEmpty() && !column.isKept(records)) {
            throw file.damaged(
                    "column " + names.called(index) + " has numbers that single precision cannot tell apart, "
                            + records.get(0)[index] + " for one; subtract an offset");
        }
        return column;
    }

    /** Inputs that the columns become together. */
    private int width(List<CsvColumn> inputs) {
        if (inputs.isEmpty()) {
            throw file.damaged("has no column but the label" + (layout.drop().isEmpty() ? "" : " and dropped ones"));
        }
        long width = inputs.stream().mapToLong(CsvColumn::width).sum();
        if (width * records.size() > MOST_NUMBERS) {
            CsvColumn widest = Collections.max(inputs, Comparator.comparingInt(CsvColumn::width));
            throw file.damaged("would become " + width + " inputs of " + records.size()
                    + " rows, too many to hold: column " + names.called(widest.index()) + " alone has " + widest.width()
                    + " different words");
        }
        return Math.toIntExact(width);
    }

    private int labelColumn() {
        int column = names.index(layout.label(), "for the label");
        if (read.isDropped(column)) {
            throw file.damaged("column " + names.called(column) + " is the label, and is to be dropped too");
        }
        return column;
    }

    /** How the inputs were taken: {@code 4 columns of numbers, 2 of words: colour (3), kind (5), 1 dropped}. */
    private String columns(List<CsvColumn> inputs) {
        List<CsvColumn> words =
                inputs.stream().filter(column -> !column.words().isEmpty()).toList();
        int numbers = inputs.size() - words.size();
        String text = numbers + (numbers == 1 ? " column" : " columns") + " of numbers";
        if (!words.isEmpty()) {
            text += words.stream()
                    .limit(COLUMNS_SHOWN)
                    .map(column -> names.called(column.index()) + " (" + column.width() + ")")
                    .collect(Collectors.joining(
                            ", ", ", " + words.size() + " of words: ", words.size() > COLUMNS_SHOWN ? ", ..." : ""));
        }
        int dropped = names.count() - 1 - inputs.size();
        return dropped == 0 ? text : text + ", " + dropped + " dropped";
    }
}
