package dev.trawl.sweep;

import dev.trawl.data.UciSet;
import java.util.Arrays;
import java.util.List;

/** What {@code data} may say: {@code "xor"}, {@code {"uci": "car"}}, or a CSV file as {@link CsvForm} has it. */
record DataForm() implements Form<DataChoice> {

    private static final String XOR = new DataChoice.Xor().key();
    private static final WordForm<UciSet> UCI = new WordForm<>(Arrays.asList(UciSet.values()), UciSet::key);
    private static final List<String> KEYS = List.of("uci", "csv");

    @Override
    public String type() {
        return "data set";
    }

    @Override
    public String range() {
        return "\"xor\", {\"uci\": one of " + UCI.range() + "} or {\"csv\": file, \"label\": column}";
    }

    @Override
    public List<DataChoice> read(Json json, Problems problems) {
        if (json instanceof Json.Text text && !text.value().equals(XOR)) {
            problems.add(json.place(), "unknown value " + json.shown() + "; " + hint(text.value()));
            return List.of();
        }
        if (json instanceof Json.Text) {
            return List.of(new DataChoice.Xor());
        }
        if (!(json instanceof Json.Members object)) {
            problems.misfit(json, expected());
            return List.of();
        }
        if (object.values().containsKey("csv")) {
            return CsvForm.read(object, problems).stream()
                    .<DataChoice>map(DataChoice.Real::new)
                    .toList();
        }
        Json uci = object.values().get("uci");
        if (object.values().isEmpty()) {
            problems.misfit(object, expected());
            return List.of();
        }
        if (uci == null || object.values().size() > 1) {
            object.values().keySet().stream()
                    .filter(key -> !key.equals("uci"))
                    .forEach(key -> problems.unknownKey(object.place(), key, KEYS));
            return List.of();
        }
        return UCI.read(uci, problems).stream()
                .<DataChoice>map(DataChoice.Real::new)
                .toList();
    }

    private String hint(String word) {
        if (Arrays.stream(UciSet.values()).anyMatch(set -> set.key().equals(word))) {
            return "did you mean {\"uci\": \"" + word + "\"}?";
        }
        if (word.matches(".*\\.csv(\\.gz|\\.Z)?")) {
            return "did you mean {\"csv\": " + JsonText.quoted(word) + ", \"label\": column}?";
        }
        return Nearest.to(word, List.of(XOR))
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElse("expected " + expected());
    }

    @Override
    public String json(DataChoice value) {
        return value.json();
    }
}
