package dev.trawl.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code --set key=value}: it counts instead of what the file says, in the defaults and in every grid. */
final class SetOption {

    static final String SOURCE = "--set ";

    private static final List<String> TEXTS = List.of("name", "about");

    private SetOption() {}

    /**
     * Reads {@code key=value}; the value is JSON, or else text.
     *
     * @param settings the last one given of each setting is put here
     * @param texts likewise for the sweep's name and about
     */
    static void read(String option, Map<Setting<?>, Json> settings, Map<String, Json> texts, Problems problems) {
        String source = SOURCE + option;
        int equals = option.indexOf('=');
        if (equals < 1) {
            problems.add(new Place(source, ""), "expected key=value");
            return;
        }
        String key = option.substring(0, equals).strip();
        String text = option.substring(equals + 1).strip();
        Place place = new Place(source, key);
        if (TEXTS.contains(key)) {
            texts.put(key, new Json.Text(place, text));
            return;
        }
        value(text, place, problems).ifPresent(value -> set(key, value, settings, problems));
    }

    private static void set(String key, Json value, Map<Setting<?>, Json> settings, Problems problems) {
        Optional<Setting<?>> named = Settings.named(key);
        if (named.isPresent()) {
            GridReader.axis(named.get(), value, problems); // or a value that no grid takes could be wrong unseen
            settings.put(named.get(), value);
        } else if (Settings.roots().contains(key)) {
            settings.putAll(Keys.inside(key, value, problems));
        } else {
            List<String> valid = new ArrayList<>(Settings.names());
            valid.addAll(TEXTS);
            problems.unknownKey(value.place(), key, valid);
        }
    }

    /** Empty where it begins as a list or an object and is none. */
    private static Optional<Json> value(String text, Place place, Problems problems) {
        try {
            return Optional.of(JsonReader.read(text, line -> place.source(), place.path(), problems));
        } catch (JsonProcessingException e) {
            if (text.startsWith("[") || text.startsWith("{")) {
                problems.add(place, "this is no JSON list or object; perhaps the shell took its quotes");
                return Optional.empty();
            }
            return Optional.of(new Json.Text(place, text));
        }
    }
}
