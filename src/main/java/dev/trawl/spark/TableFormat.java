package dev.trawl.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** How a table is printed. */
public enum TableFormat {
    /** Aligned columns for reading, numbers rounded. */
    TEXT {
        @Override
        public void write(Table table, Appendable out) throws IOException {
            out.append(TextTable.of(table));
        }
    },
    /** RFC 4180 but for the line ends; numbers in full, empty for null. */
    CSV {
        @Override
        public void write(Table table, Appendable out) throws IOException {
            csvHeader(table.schema(), out);
            for (Row row : table.rows()) {
                csvRow(row, out);
            }
        }
    },
    /** An array of objects, one a line; numbers in full, null for what JSON has no number for. */
    JSON {
        @Override
        public void write(Table table, Appendable out) throws IOException {
            var mapper = new ObjectMapper();
            String before = "[\n";
            for (Row row : table.rows()) {
                out.append(before).append(mapper.writeValueAsString(json(table.schema(), row)));
                before = ",\n";
            }
            out.append(table.rows().isEmpty() ? "[]\n" : "\n]\n");
        }
    };

    public abstract void write(Table table, Appendable out) throws IOException;

    static void csvHeader(StructType schema, Appendable out) throws IOException {
        out.append(Arrays.stream(schema.fieldNames()).map(TableFormat::quoted).collect(Collectors.joining(",")));
        out.append('\n');
    }

    static void csvRow(Row row, Appendable out) throws IOException {
        for (int i = 0; i < row.length(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(plain(row.get(i))));
        }
        out.append('\n');
    }

    /** The object of one row, in the order of its columns. */
    public static ObjectNode json(StructType schema, Row row) {
        var node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.length(); i++) {
            String name = schema.fieldNames()[i];
            Object value = row.get(i);
            if (value instanceof Integer number) {
                node.put(name, number);
            } else if (value instanceof Long number) {
                node.put(name, number);
            } else if (value instanceof Double number && Double.isFinite(number)) {
                node.put(name, number);
            } else if (value instanceof Boolean truth) {
                node.put(name, truth);
            } else if (value == null || value instanceof Double) {
                node.putNull(name);
            } else {
                node.put(name, plain(value));
            }
        }
        return node;
    }

    /** A value as text in full; empty for null. */
    public static String plain(@Nullable Object value) {
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        return value == null ? "" : value.toString();
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
