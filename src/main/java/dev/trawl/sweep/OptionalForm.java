package dev.trawl.sweep;

import java.util.List;
import java.util.Optional;

/**
 * A value, or a word that stands for none.
 *
 * @param form of the value
 */
record OptionalForm<T>(Form<T> form, String word) implements Form<Optional<T>> {

    @Override
    public String type() {
        return form.type();
    }

    @Override
    public String range() {
        return form.range() + ", or \"" + word + "\"";
    }

    @Override
    public List<Optional<T>> read(Json json, Problems problems) {
        if (json instanceof Json.Number) {
            return form.read(json, problems).stream().map(Optional::of).toList();
        }
        if (json instanceof Json.Text text && text.value().equals(word)) {
            return List.of(Optional.empty());
        }
        problems.misfit(json, expected());
        return List.of();
    }

    @Override
    public String json(Optional<T> value) {
        return value.map(form::json).orElse(JsonText.quoted(word));
    }
}
