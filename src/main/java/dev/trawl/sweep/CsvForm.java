package dev.trawl.sweep;

import dev.trawl.data.CsvFile;
import dev.trawl.data.CsvLayout;
import dev.trawl.data.DataException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as data: {@code {"csv": "path", "label": "column", "header": true, "drop": ["column"]}}. Reading a sweep
 * reads the file, to know its rows; the resolved sweep has what was found, so that it can be read without the file.
 */
final class CsvForm {

    private static final List<String> WRITTEN = List.of("csv", "label", "header", "drop");
    private static final List<String> FOUND = List.of("rows", "distinct", "inputs", "classes", "sha256");

    private CsvForm() {}

    /** Empty after a problem. */
    static Optional<CsvFile> read(Json.Members object, Problems problems) {
        Map<String, Json> values = object.values();
        for (String key : values.keySet()) {
            if (!WRITTEN.contains(key) && !FOUND.contains(key)) {
                problems.unknownKey(values.get(key).place(), key, WRITTEN);
                return Optional.empty();
            }
        }
        String path = named(values.get("csv"));
        String label = named(values.get("label"));
        Optional<CsvLayout.Header> header = header(values.get("header"));
        List<String> drop = names(values.get("drop"));
        if (path.isEmpty() || label.isEmpty() || header.isEmpty() || drop.contains("")) {
            problems.misfit(
                    object,
                    "{\"csv\": file, \"label\": column name or number, \"header\": true or false, \"drop\": "
                            + "[columns]}");
            return Optional.empty();
        }
        CsvLayout layout = new CsvLayout(label, header.get(), drop);
        try {
            return Optional.of(values.containsKey("sha256") ? found(values, path, layout) : CsvFile.read(path, layout));
        } catch (DataException e) {
            problems.add(object.place(), String.valueOf(e.getMessage()));
        } catch (NumberFormatException e) {
            problems.misfit(object, "whole numbers for rows, distinct, inputs and classes");
        }
        return Optional.empty();
    }

    static String json(CsvFile file) {
        CsvLayout layout = file.layout();
        String drop = layout.drop().stream().map(JsonText::quoted).collect(Collectors.joining(", "));
        return "{\"csv\": " + JsonText.quoted(file.path()) + ", \"label\": " + JsonText.quoted(layout.label())
                + ", \"header\": " + layout.hasHeader() + (drop.isEmpty() ? "" : ", \"drop\": [" + drop + "]")
                + ", \"rows\": " + file.rows() + ", \"distinct\": "
                + file.distinctRows() + ", \"inputs\": " + file.inputs() + ", \"classes\": " + file.classes()
                + ", \"sha256\": " + JsonText.quoted(file.content()) + "}";
    }

    private static CsvFile found(Map<String, Json> values, String path, CsvLayout layout) {
        return new CsvFile(
                path,
                layout,
                Integer.parseInt(text(values.get("rows"))),
                Integer.parseInt(text(values.get("distinct"))),
                Integer.parseInt(text(values.get("inputs"))),
                Integer.parseInt(text(values.get("classes"))),
                text(values.get("sha256")));
    }

    /** Empty for anything but true or false. */
    private static Optional<CsvLayout.Header> header(@Nullable Json json) {
        if (json == null) {
            return Optional.of(CsvLayout.Header.NOT_SAID);
        }
        return switch (text(json)) {
            case "true" -> Optional.of(CsvLayout.Header.NAMES);
            case "false" -> Optional.of(CsvLayout.Header.NONE);
            default -> Optional.empty();
        };
    }

    /** Of one name or a list of them; empty ones stand for what is none. */
    private static List<String> names(@Nullable Json json) {
        if (json == null) {
            return List.of();
        }
        return json instanceof Json.Items list
                ? list.values().stream().map(CsvForm::named).toList()
                : List.of(named(json));
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
