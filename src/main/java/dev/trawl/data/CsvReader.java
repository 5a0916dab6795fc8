package dev.trawl.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a CSV file whole. A column of numbers is one input, any other column one input a word (one-hot). */
final class CsvReader {

    /** Numbers that a file may become: 1 GB of them. */
    private static final long MOST_NUMBERS = 1L << 28;

    /** So many classes may have a row each; more of them are no classes. */
    private static final int MOST_RARE_CLASSES = 20;

    /** Columns of words that are named. */
    private static final int COLUMNS_SHOWN = 5;

    private final TextFile file;
    private final String label;
    private final CsvRecords read;
    private final List<String> names;
    private final List<String[]> records;

    private CsvReader(TextFile file, String label, CsvRecords read) {
        this.file = file;
        this.label = label;
        this.read = read;
        this.names = read.names();
        this.records = read.all();
    }

    static Observations read(TextFile file, String label, boolean header) {
        return new CsvReader(file, label, CsvRecords.of(file, header)).observations();
    }

    private Observations observations() {
        int labelColumn = labelColumn();
        List<CsvColumn> inputs = IntStream.range(0, names.size())
                .filter(column -> column != labelColumn)
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

    private List<String> classes(int labelColumn) {
        List<String> classes = CsvColumn.words(labelColumn, records);
        if (classes.size() < 2) {
            throw file.damaged("has one class only: " + classes);
        }
        if (classes.size() > MOST_RARE_CLASSES && 2 * classes.size() > records.size()) {
            throw file.damaged("column " + names.get(labelColumn) + " has " + classes.size() + " different labels in "
                    + records.size() + " rows: classes are expected, not a quantity");
        }
        return classes;
    }

    private CsvColumn input(int index) {
        CsvColumn.infinity(index, records).ifPresent(first -> {
            throw file.damaged("column " + names.get(index) + " has \"" + first
                    + "\" among its numbers, which is none in single precision; remove the row or write a number");
        });
        CsvColumn column = CsvColumn.of(index, records);
        StrayWord.in(column, records, read.header()).ifPresent(stray -> {
            boolean first = stray.record() == 0 && !read.header();
            throw file.damaged(
                    read.line(stray.record()),
                    "column " + names.get(index) + " has \"" + records.get(stray.record())[index] + "\", where "
                            + stray.numbers() + " of its " + records.size() + " values are numbers; "
                            + (first
                                    ? "if the first line names the columns, say \"header\": true"
                                    : "remove the row or write a number"));
        });
        if (column.words().isEmpty() && !column.isKept(records)) {
            throw file.damaged("column " + names.get(index) + " has numbers that single precision cannot tell apart, "
                    + records.get(0)[index] + " for one; subtract an offset");
        }
        return column;
    }

    /** Inputs that the columns become together. */
    private int width(List<CsvColumn> inputs) {
        if (inputs.isEmpty()) {
            throw file.damaged("has no column but the label");
        }
        long width = inputs.stream().mapToLong(CsvColumn::width).sum();
        if (width * records.size() > MOST_NUMBERS) {
            CsvColumn widest = Collections.max(inputs, Comparator.comparingInt(CsvColumn::width));
            throw file.damaged("would become " + width + " inputs of " + records.size()
                    + " rows, too many to hold: column " + names.get(widest.index()) + " alone has " + widest.width()
                    + " different words");
        }
        return Math.toIntExact(width);
    }

    private int labelColumn() {
        int named = names.indexOf(label);
        if (named != names.lastIndexOf(label)) {
            throw file.damaged("has two columns \"" + label + "\": give the label's by its number, from 1");
        }
        if (named >= 0) {
            return named;
        }
        if (label.matches("[0-9]{1,6}") && Integer.parseInt(label) >= 1 && Integer.parseInt(label) <= names.size()) {
            return Integer.parseInt(label) - 1;
        }
        throw file.damaged("has no column \"" + label + "\" for the label; there are " + names + read.separatorHint());
    }

    /** How the inputs were taken: {@code 4 columns of numbers, 2 of words: colour (3), kind (5)}. */
    private String columns(List<CsvColumn> inputs) {
        List<CsvColumn> words =
                inputs.stream().filter(column -> !column.words().isEmpty()).toList();
        int numbers = inputs.size() - words.size();
        String text = numbers + (numbers == 1 ? " column" : " columns") + " of numbers";
        if (words.isEmpty()) {
            return text;
        }
        return words.stream()
                .limit(COLUMNS_SHOWN)
                .map(column -> names.get(column.index()) + " (" + column.width() + ")")
                .collect(Collectors.joining(
                        ", ", text + ", " + words.size() + " of words: ", words.size() > COLUMNS_SHOWN ? ", ..." : ""));
    }
}
