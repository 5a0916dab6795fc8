package dev.trawl.sql;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterable;

/** How a table is printed. */
public enum TableFormat {
    /** Aligned columns for reading, numbers rounded. */
    TABLE {
        @Override
        public void write(Table table, Appendable out) throws IOException {
            out.append(TextTable.of(table));
        }

        /** Widths are those of all rows, so it takes them all first. */
        @Override
        public void write(RowStream stream, Appendable out) throws IOException {
            List<Row> rows = new ArrayList<>();
            stream.rows().forEachRemaining(rows::add);
            write(new Table("answer", stream.schema(), rows), out);
        }
    },
    /** RFC 4180 but for the line ends; numbers in full, empty for null. */
    CSV {
        @Override
        public void write(RowStream stream, Appendable out) throws IOException {
            csvHeader(stream.schema(), out);
            while (stream.rows().hasNext()) {
                csvRow(stream.rows().next(), out);
            }
        }
    },
    /** An array of objects, one a line; numbers in full, null for what JSON has no number for. */
    JSON {
        @Override
        public void write(RowStream stream, Appendable out) throws IOException {
            requireOneOfEachName(stream.schema());
            boolean empty = !stream.rows().hasNext();
            String before = "[\n";
            while (stream.rows().hasNext()) {
                Row row = stream.rows().next();
                out.append(before)
                        .append(JsonValues.object(stream.schema(), row).toString());
                before = ",\n";
            }
            out.append(empty ? "[]\n" : "\n]\n");
        }
    };

    public abstract void write(RowStream stream, Appendable out) throws IOException;

    public void write(Table table, Appendable out) throws IOException {
        write(new RowStream(table.schema(), table.rows().iterator()), out);
    }

    /** An object would keep the last of two members of a name. */
    private static void requireOneOfEachName(StructType schema) {
        Set<String> names = new HashSet<>();
        for (String name : schema.fieldNames()) {
            if (!names.add(name)) {
                throw new SqlQuery.Refused(
                        "two columns are called " + name + ": JSON needs another name, with AS, for one");
            }
        }
    }

    static void csvHeader(StructType schema, Appendable out) throws IOException {
        out.append(Arrays.stream(schema.fieldNames()).map(TableFormat::quoted).collect(Collectors.joining(",")));
        out.append('\n');
    }

    static void csvRow(Row row, Appendable out) throws IOException {
        if (row.length() == 1 && row.isNullAt(0)) {
            out.append("\"\""); // readers pass over an empty line, and have a row less
        } else {
            for (int i = 0; i < row.length(); i++) {
                out.append(i == 0 ? "" : ",").append(quoted(plain(row.get(i))));
            }
        }
        out.append('\n');
    }

    /** A value as text in full; empty for null. */
    public static String plain(@Nullable Object value) {
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().withUpperCase().formatHex(bytes); // as Spark's hex() has them
        }
        if (value instanceof Row || value instanceof Iterable) {
            return JsonValues.of(value).toString();
        }
        return value == null ? "" : value.toString();
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
