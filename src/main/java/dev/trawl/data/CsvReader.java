package dev.trawl.data;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads a CSV file whole. A column of numbers is one input, any other column one input a word (one-hot). */
final class CsvReader {

    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");
    private static final int MOST_COLUMNS = 100_000;

    private final TextFile file;
    private final String label;
    private final boolean header;
    private final List<String> names = new ArrayList<>();
    private final List<String[]> records = new ArrayList<>();

    CsvReader(TextFile file, String label, boolean header) {
        this.file = file;
        this.label = label;
        this.header = header;
    }

    Observations read() {
        parse();
        if (records.isEmpty()) {
            throw file.damaged("has no rows");
        }
        int labelColumn = labelColumn();
        List<CsvColumn> inputs = IntStream.range(0, names.size())
                .filter(column -> column != labelColumn)
                .mapToObj(column -> CsvColumn.of(column, records))
                .toList();
        int width = inputs.stream().mapToInt(CsvColumn::width).sum();
        if (width == 0) {
            throw file.damaged("has no column but the label");
        }
        List<String> classes = CsvColumn.words(labelColumn, records);
        if (classes.size() < 2) {
            throw file.damaged("has one class only: " + classes);
        }
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
            labels.add(classes.indexOf(record[labelColumn]));
        }
        return Observations.of(rows, labels, width, classes);
    }

    private void parse() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setCommentProcessingEnabled(false); // or a row whose first word begins with # is dropped
        CsvParser parser = new CsvParser(settings);
        try (BufferedReader text = file.open()) {
            parser.beginParsing(text);
            for (String[] record = parser.parseNext(); record != null; record = parser.parseNext()) {
                add(record, parser.getContext().currentLine());
            }
        } catch (IOException | TextParsingException e) {
            throw new DataException(file.path() + " cannot be read as CSV: " + e.getMessage(), e);
        } finally {
            parser.stopParsing();
        }
    }

    private void add(String[] record, long line) {
        if (names.isEmpty()) {
            names.addAll(
                    header
                            ? Arrays.asList(record)
                            : IntStream.rangeClosed(1, record.length)
                                    .mapToObj(String::valueOf)
                                    .toList());
            if (header) {
                return;
            }
        }
        if (record.length != names.size()) {
            throw file.damaged((int) line, record.length + " fields, " + names.size() + " expected");
        }
        for (int column = 0; column < record.length; column++) {
            if (MISSING.contains(record[column].strip().toLowerCase(Locale.ROOT))) {
                throw file.damaged(
                        (int) line,
                        "column " + names.get(column) + " is missing (\"" + record[column]
                                + "\"); remove the row or fill the value in");
            }
        }
        records.add(record);
    }

    private int labelColumn() {
        int named = names.indexOf(label);
        if (named >= 0) {
            return named;
        }
        if (label.matches("[0-9]{1,6}") && Integer.parseInt(label) >= 1 && Integer.parseInt(label) <= names.size()) {
            return Integer.parseInt(label) - 1;
        }
        throw file.damaged("has no column \"" + label + "\" for the label; there are " + names);
    }
}
