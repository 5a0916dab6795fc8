package dev.trawl.sweep;

import dev.trawl.data.CsvFile;
import dev.trawl.data.DataException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as data: {@code {"csv": "path", "label": "column", "header": true}}. Reading a sweep reads the file, to know
 * its rows; the resolved sweep has what was found, so that it can be read without the file.
 */
final class CsvForm {

    private static final List<String> KEYS =
            List.of("csv", "label", "header", "rows", "distinct", "inputs", "classes", "sha256");

    private CsvForm() {}

    /** Empty after a problem. */
    static Optional<CsvFile> read(Json.Members object, Problems problems) {
        Map<String, Json> values = object.values();
        for (String key : values.keySet()) {
            if (!KEYS.contains(key)) {
                problems.unknownKey(values.get(key).place(), key, KEYS.subList(0, 3));
                return Optional.empty();
            }
        }
        String path = named(values.get("csv"));
        String label = named(values.get("label"));
        String header = values.containsKey("header") ? text(values.get("header")) : "true";
        if (path.isEmpty() || label.isEmpty() || !header.equals("true") && !header.equals("false")) {
            problems.misfit(object, "{\"csv\": file, \"label\": column name or number, \"header\": true or false}");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    values.containsKey("sha256")
                            ? found(values, path, label, header.equals("true"))
                            : CsvFile.read(path, label, header.equals("true")));
        } catch (DataException e) {
            problems.add(object.place(), String.valueOf(e.getMessage()));
        } catch (NumberFormatException e) {
            problems.misfit(object, "whole numbers for rows, distinct, inputs and classes");
        }
        return Optional.empty();
    }

    static String json(CsvFile file) {
        return "{\"csv\": " + JsonText.quoted(file.path()) + ", \"label\": " + JsonText.quoted(file.label())
                + ", \"header\": " + file.header() + ", \"rows\": " + file.rows() + ", \"distinct\": "
                + file.distinctRows() + ", \"inputs\": " + file.inputs() + ", \"classes\": " + file.classes()
                + ", \"sha256\": " + JsonText.quoted(file.content()) + "}";
    }

    private static CsvFile found(Map<String, Json> values, String path, String label, boolean header) {
        return new CsvFile(
                path,
                label,
                header,
                Integer.parseInt(text(values.get("rows"))),
                Integer.parseInt(text(values.get("distinct"))),
                Integer.parseInt(text(values.get("inputs"))),
                Integer.parseInt(text(values.get("classes"))),
                text(values.get("sha256")));
    }

    /** Of a text or number, for null is no name; empty for anything else. */
    private static String named(@Nullable Json json) {
        return json instanceof Json.Word ? "" : text(json);
    }

    /** Of a text, number or word; empty for anything else. */
    private static String text(@Nullable Json json) {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        return json instanceof Json.Number || json instanceof Json.Word ? json.text() : "";
    }
}
