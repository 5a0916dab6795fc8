package dev.trawl.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named sets of overrides in a sweep file: {@code "profiles": {"small": {"seed": "1..3"}}}. What a profile says counts
 * instead of what the defaults and the grids say.
 */
final class Profiles {

    static final String KEY = "profiles";

    private Profiles() {}

    /**
     * The settings of profile {@code name}; none where {@code name} is empty.
     *
     * @param file whose profiles are all checked, the others too
     */
    static Map<Setting<?>, Json> chosen(Json.Members file, String name, Problems problems) {
        Map<String, Map<Setting<?>, Json>> profiles = all(file, problems);
        if (name.isEmpty() || profiles.containsKey(name)) {
            return profiles.getOrDefault(name, Map.of());
        }
        Place place = new Place("--profile " + name, "");
        if (profiles.isEmpty()) {
            problems.add(place, "this sweep file has no profiles");
        } else {
            problems.unknownKey(place, name, List.copyOf(profiles.keySet()));
        }
        return Map.of();
    }

    private static Map<String, Map<Setting<?>, Json>> all(Json.Members file, Problems problems) {
        Map<String, Map<Setting<?>, Json>> profiles = new LinkedHashMap<>();
        Json json = file.values().get(KEY);
        if (json == null) {
            return profiles;
        }
        if (!(json instanceof Json.Members object)) {
            problems.misfit(json, "an object with a name for each profile");
            return profiles;
        }
        object.values().forEach((name, value) -> {
            if (value instanceof Json.Members settings) {
                Map<Setting<?>, Json> profile = Keys.settings(settings, problems);
                profile.forEach((setting, given) -> GridReader.axis(setting, given, problems));
                profiles.put(name, profile);
            } else {
                problems.misfit(value, "an object with " + String.join(", ", Settings.roots()));
            }
        });
        return profiles;
    }
}
