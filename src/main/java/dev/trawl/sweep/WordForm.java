package dev.trawl.sweep;

import java.util.List;
import java.util.function.Function;

/** One of a few words. */
record WordForm<T>(List<T> values, Function<T, String> key) implements Form<T> {

    @Override
    public String type() {
        return "word";
    }

    @Override
    public String range() {
        return String.join(", ", keys());
    }

    @Override
    public List<T> read(Json json, Problems problems) {
        if (!(json instanceof Json.Text text)) {
            problems.misfit(json, "one of " + range());
            return List.of();
        }
        int found = keys().indexOf(text.value());
        if (found < 0) {
            problems.add(json.place(), "unknown value " + json.shown() + "; " + Nearest.hint(text.value(), keys()));
            return List.of();
        }
        return List.of(values.get(found));
    }

    @Override
    public String json(T value) {
        return JsonText.quoted(key.apply(value));
    }

    private List<String> keys() {
        return values.stream().map(key).toList();
    }
}
