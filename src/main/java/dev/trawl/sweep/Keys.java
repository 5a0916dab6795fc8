package dev.trawl.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the settings out of an object of a sweep file, those inside {@code epochs} and {@code keep} included. */
final class Keys {

    private Keys() {}

    /**
     * The settings that {@code object} gives.
     *
     * @param problems told of unknown keys
     */
    static Map<Setting<?>, Json> settings(Json.Members object, Problems problems) {
        Map<Setting<?>, Json> settings = new LinkedHashMap<>();
        object.values().forEach((key, value) -> {
            Optional<Setting<?>> setting = Settings.named(key);
            if (setting.isPresent() && setting.get().nested()) {
                problems.add(value.place(), "is a key in an object: \"" + key.replace(".", "\": {\"") + "\": ...}");
            } else if (setting.isPresent()) {
                settings.put(setting.get(), value);
            } else if (Settings.roots().contains(key)) {
                settings.putAll(inside(key, value, problems));
            } else {
                problems.unknownKey(value.place(), key, Settings.roots());
            }
        });
        return settings;
    }

    /** The settings inside the object called {@code root}. */
    static Map<Setting<?>, Json> inside(String root, Json json, Problems problems) {
        List<Setting<?>> settings = Settings.inside(root);
        List<String> leaves = settings.stream().map(Setting::leaf).toList();
        Map<Setting<?>, Json> inside = new LinkedHashMap<>();
        if (!(json instanceof Json.Members object)) {
            problems.misfit(json, "an object with " + String.join(", ", leaves));
            return inside;
        }
        object.values().forEach((key, value) -> {
            int found = leaves.indexOf(key);
            if (found >= 0) {
                inside.put(settings.get(found), value);
            } else {
                problems.unknownKey(value.place(), key, leaves);
            }
        });
        return inside;
    }
}
