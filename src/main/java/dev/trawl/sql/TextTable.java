package dev.trawl.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A table as aligned text: numbers to the right, the decimals of a column chosen by its largest number. One that is
 * smaller than the last of them is shown by powers of ten.
 */
public final class TextTable {

    /** Digits shown of the largest number of a column. */
    private static final int DIGITS = 5;

    private TextTable() {}

    public static String of(Table table) {
        return of(table, Integer.MAX_VALUE);
    }

    /** At most {@code most} rows, and a line that says how many more there are. */
    public static String of(Table table, int most) {
        var rows = table.rows().subList(0, Math.min(most, table.rows().size()));
        int columns = table.schema().size();
        var lines = new StringBuilder[rows.size() + 1];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new StringBuilder();
        }
        for (int column = 0; column < columns; column++) {
            append(table, rows, column, lines);
        }
        var text = new StringBuilder();
        for (StringBuilder line : lines) {
            text.append(line.toString().stripTrailing()).append('\n');
        }
        if (table.count() > rows.size()) {
            text.append("... and ").append(table.count() - rows.size()).append(" more\n");
        }
        return text.toString();
    }

    private static void append(Table table, List<Row> rows, int column, StringBuilder[] lines) {
        boolean number = table.schema().apply(column).dataType() instanceof NumericType;
        var cells = new ArrayList<String>();
        cells.add(table.schema().fieldNames()[column]);
        cells.addAll(column(table.schema(), rows, column));
        int width = cells.stream().mapToInt(String::length).max().orElseThrow();
        for (int i = 0; i < lines.length; i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(width - cell.length());
            lines[i].append(column == 0 ? "" : "  ").append(number ? padding + cell : cell + padding);
        }
    }

    /** The values of one column as they are shown, without padding. */
    public static List<String> column(StructType schema, List<Row> rows, int column) {
        boolean real = schema.apply(column).dataType().equals(DataTypes.DoubleType);
        int decimals = real ? decimals(rows, column) : 0;
        return rows.stream().map(row -> cell(row.get(column), decimals)).toList();
    }

    private static String cell(@Nullable Object value, int decimals) {
        if (!(value instanceof Double number)) {
            return TableFormat.plain(value).replaceAll("\\R", " ");
        }
        if (!Double.isFinite(number)) {
            return number.toString();
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
        boolean lost = Math.abs(number) < Math.pow(10, -decimals) && Double.parseDouble(text) != number;
        return lost || Math.abs(number) >= 1e15 ? String.format(Locale.ROOT, "%.2e", number) : text;
    }

    /** None where all are whole. */
    private static int decimals(List<Row> rows, int column) {
        double largest = 0;
        boolean whole = true;
        for (Row row : rows) {
            if (row.get(column) instanceof Double number && Double.isFinite(number)) {
                largest = Math.max(largest, Math.abs(number));
                whole &= number == Math.rint(number);
            }
        }
        int before = largest < 1 ? 1 : (int) Math.log10(largest) + 1;
        return whole ? 0 : Math.max(0, DIGITS - before);
    }
}
