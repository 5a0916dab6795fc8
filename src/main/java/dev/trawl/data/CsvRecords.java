package dev.trawl.data;

import com.univocity.parsers.common.ParsingContext;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file as text, each with a field a column; only where a column is dropped may it be missing. */
final class CsvRecords {

    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");
    private static final int MOST_COLUMNS = 100_000;
    private static final int LONGEST_FIELD = 4096;
    private static final int ANY_LENGTH = -1;

    private final TextFile file;
    private final CsvLayout layout;
    private final List<String[]> records = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>(); // of the records
    private final BitSet dropped = new BitSet();
    private @Nullable CsvNames names;

    private CsvRecords(TextFile file, CsvLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    /** Reads the whole file, which must have a record. */
    static CsvRecords of(TextFile file, CsvLayout layout) {
        CsvRecords read = new CsvRecords(file, layout);
        read.parse();
        if (read.records.isEmpty()) {
            throw file.damaged(
                    String.valueOf(read.names).contains("\r")
                            ? "has no rows: its lines end with a carriage return alone, where a line feed is expected"
                            : "has no rows");
        }
        return read;
    }

    CsvNames names() {
        return Objects.requireNonNull(names);
    }

    List<String[]> all() {
        return records;
    }

    /** Whether the file's layout drops this column, from 0. */
    boolean isDropped(int column) {
        return dropped.get(column);
    }

    /** On which record {@code index} ends, from 1. */
    int line(int index) {
        return lines.get(index);
    }

    private void parse() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setCommentProcessingEnabled(false); // or a row whose first word begins with # is dropped
        settings.setSkipBitsAsWhitespace(false); // or a line of NUL characters, as a crash leaves, is passed over
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxCharsPerColumn(ANY_LENGTH); // a dropped column may have texts
        settings.setUnescapedQuoteHandling(
                UnescapedQuoteHandling.RAISE_ERROR); // or it takes the rows up to the next one
        CsvParser parser = new CsvParser(settings);
        long read = 0; // lines of the records so far
        try (BufferedReader text = file.open()) {
            parser.beginParsing(text);
            for (String[] record = parser.parseNext(); record != null; record = parser.parseNext()) {
                ParsingContext context = parser.getContext();
                if (OpenQuote.isIn(context.currentParsedContent())) { // so the rows up to the end are one field
                    throw file.damaged((int) read + 1, "a quotation mark is not closed");
                }
                add(record, context.currentLine());
                read = context.currentLine();
            }
        } catch (IOException e) {
            throw unreadable(file.why(e), e);
        } catch (TextParsingException e) {
            throw refused(e, read + 1);
        }
    }

    /** @param line that the record begins with which the parser gave up at */
    private DataException refused(TextParsingException fault, long line) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof IOException) {
            return unreadable(file.why(cause), fault);
        }
        return file.damaged(
                (int) line,
                cause instanceof ArrayIndexOutOfBoundsException
                        ? "more than " + MOST_COLUMNS + " fields"
                        : "a quotation mark within a field, or one that is not closed; write \"\" for one in a "
                                + "quoted field");
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
        if (names == null) {
            names = CsvNames.of(file, layout.hasHeader(), record);
            for (String column : layout.drop()) {
                dropped.set(names.index(column, "to drop"));
            }
            if (layout.hasHeader()) {
                return;
            }
        }
        if (record.length != names.count()) {
            throw file.damaged((int) line, record.length + " fields, " + names.count() + " expected");
        }
        for (int column = 0; column < record.length; column++) {
            if (!isDropped(column)) {
                require(names, column, record[column], (int) line);
            }
        }
        records.add(record);
        lines.add((int) line);
    }

    /** Refuses what is no value of a column that is kept. */
    private void require(CsvNames known, int column, String value, int line) {
        if (MISSING.contains(value.strip().toLowerCase(Locale.ROOT))) {
            throw file.damaged(
                    line,
                    "column " + known.called(column) + " is missing (\"" + value + "\"); remove the row"
                            + (known.isMeant(layout.label(), column)
                                    ? " or fill the value in"
                                    : ", fill the value in, or leave the column out: " + known.drop(column)));
        }
        if (value.length() > LONGEST_FIELD) {
            throw file.damaged(
                    line,
                    "column " + known.called(column) + " has more than " + LONGEST_FIELD
                            + " characters, more than a category has; is a quotation mark not closed?"
                            + (known.isMeant(layout.label(), column)
                                    ? ""
                                    : " To leave it out, say " + known.drop(column)));
        }
    }
}
