package dev.trawl.data;

import com.univocity.parsers.common.ParsingContext;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads a CSV file whole. A column of numbers is one input, any other column one input a word (one-hot). */
final class CsvReader {

    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");
    private static final int MOST_COLUMNS = 100_000;
    private static final int LONGEST_FIELD = 4096;

    /** Numbers that a file may become: 1 GB of them. */
    private static final long MOST_NUMBERS = 1L << 28;

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
            throw file.damaged(
                    names.toString().contains("\r")
                            ? "has no rows: its lines end with a carriage return alone, where a line feed is expected"
                            : "has no rows");
        }
        int labelColumn = labelColumn();
        List<CsvColumn> inputs = IntStream.range(0, names.size())
                .filter(column -> column != labelColumn)
                .mapToObj(this::input)
                .toList();
        int width = width(inputs);
        List<String> classes = CsvColumn.words(labelColumn, records);
        if (classes.size() < 2) {
            throw file.damaged("has one class only: " + classes);
        }
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
        return Observations.of(rows, labels, width, classes);
    }

    private CsvColumn input(int index) {
        CsvColumn.infinity(index, records).ifPresent(first -> {
            throw file.damaged("column " + names.get(index) + " has \"" + first
                    + "\" among its numbers, which is none in single precision; remove the row or write a number");
        });
        CsvColumn column = CsvColumn.of(index, records);
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

    private void parse() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setCommentProcessingEnabled(false); // or a row whose first word begins with # is dropped
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxCharsPerColumn(LONGEST_FIELD);
        settings.setUnescapedQuoteHandling(
                UnescapedQuoteHandling.RAISE_ERROR); // or it takes the rows up to the next one
        CsvParser parser = new CsvParser(settings);
        long read = 0; // lines of the records so far
        try (BufferedReader text = file.open()) {
            parser.beginParsing(text);
            for (String[] record = parser.parseNext(); record != null; record = parser.parseNext()) {
                ParsingContext context = parser.getContext();
                requireClosed(record, context, read + 1);
                add(record, context.currentLine());
                read = context.currentLine();
            }
        } catch (IOException e) {
            throw unreadable(TextFile.reason(e), e);
        } catch (TextParsingException e) {
            throw refused(e, read + 1);
        }
    }

    /** The parser takes the end of the file for a quotation mark that is missing, and the rows up to there for one field. */
    private void requireClosed(String[] record, ParsingContext context, long line) {
        if (record[record.length - 1].contains("\n")
                && !context.currentParsedContent().strip().endsWith("\"")) {
            throw file.damaged((int) line, "a quotation mark is not closed");
        }
    }

    /** @param line that the record begins with which the parser gave up at */
    private DataException refused(TextParsingException fault, long line) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof IOException) {
            return unreadable(TextFile.reason(cause), fault);
        }
        return file.damaged(
                (int) line,
                cause instanceof ArrayIndexOutOfBoundsException
                        ? "a field of more than " + LONGEST_FIELD + " characters, or more than " + MOST_COLUMNS
                                + " fields; is a quotation mark not closed?"
                        : "a quotation mark within a field, or one that is not closed; write \"\" for one in a quoted field");
    }

    private DataException unreadable(String reason, Exception fault) {
        return new DataException(file.path() + " cannot be read as CSV: " + reason, fault);
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
        if (named != names.lastIndexOf(label)) {
            throw file.damaged("has two columns \"" + label + "\": give the label's by its number, from 1");
        }
        if (named >= 0) {
            return named;
        }
        if (label.matches("[0-9]{1,6}") && Integer.parseInt(label) >= 1 && Integer.parseInt(label) <= names.size()) {
            return Integer.parseInt(label) - 1;
        }
        throw file.damaged("has no column \"" + label + "\" for the label; there are " + names);
    }
}
