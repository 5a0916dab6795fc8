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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The records of a CSV file as text, each with a field a column and none of them missing. */
final class CsvRecords {

    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");
    private static final int MOST_COLUMNS = 100_000;
    private static final int LONGEST_FIELD = 4096;

    private final TextFile file;
    private final boolean header;
    private final List<String> names = new ArrayList<>();
    private final List<String[]> records = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>(); // of the records

    private CsvRecords(TextFile file, boolean header) {
        this.file = file;
        this.header = header;
    }

    /** Reads the whole file, which must have a record. */
    static CsvRecords of(TextFile file, boolean header) {
        CsvRecords read = new CsvRecords(file, header);
        read.parse();
        if (read.records.isEmpty()) {
            throw file.damaged(
                    read.names.toString().contains("\r")
                            ? "has no rows: its lines end with a carriage return alone, where a line feed is expected"
                            : "has no rows");
        }
        return read;
    }

    /** Of the columns: what the first line says, or else their numbers, from 1. */
    List<String> names() {
        return names;
    }

    List<String[]> all() {
        return records;
    }

    /** Whether the first line was taken for the columns' names. */
    boolean header() {
        return header;
    }

    /** On which record {@code index} ends, from 1. */
    int line(int index) {
        return lines.get(index);
    }

    /** What to say where no column is the wanted one: empty, or that fields seem to stand between something else. */
    String separatorHint() {
        String first = names.size() > 1 ? "" : header ? names.get(0) : records.get(0)[0];
        if (first.contains(";") || first.contains("\t")) {
            return "; fields stand between commas, not " + (first.contains(";") ? "semicolons" : "tabs");
        }
        return "";
    }

    private void parse() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setCommentProcessingEnabled(false); // or a row whose first word begins with # is dropped
        settings.setSkipBitsAsWhitespace(false); // or a line of NUL characters, as a crash leaves, is passed over
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
            throw unreadable(file.reason(e), e);
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
            return unreadable(file.reason(cause), fault);
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
        for (String field : record) {
            if (field.indexOf('\0') >= 0) {
                throw file.damaged((int) line, "has NUL characters, which are no text");
            }
        }
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
        lines.add((int) line);
    }
}
