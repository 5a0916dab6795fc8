package dev.trawl.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named sets of overrides in a sweep file: {@code "profiles": {"small": {"seed": "1..3"}}}. What a profile says counts
 * instead of what the defaults and the grids say; what it says of one step, {@code "steps": {"search": {"seed": 1}}},
 * counts there only.
 */
final class Profiles {

    static final String KEY = "profiles";
    private static final String STEPS = "steps";

    private final Json.Members file;
    private final Problems problems;

    private Profiles(Json.Members file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * What profile {@code name} says; nothing where {@code name} is empty.
     *
     * @param file whose profiles are all checked, the others too
     */
    static Overrides chosen(Json.Members file, String name, Problems problems) {
        Map<String, Overrides> profiles = new Profiles(file, problems).all();
        if (name.isEmpty() || profiles.containsKey(name)) {
            return profiles.getOrDefault(name, Overrides.NONE);
        }
        Place place = new Place("--profile " + name, "");
        if (profiles.isEmpty()) {
            problems.add(place, "this sweep file has no profiles");
        } else {
            problems.unknown("profile", place, name, List.copyOf(profiles.keySet()));
        }
        return Overrides.NONE;
    }

    private Map<String, Overrides> all() {
        Map<String, Overrides> profiles = new LinkedHashMap<>();
        Json json = file.values().get(KEY);
        if (json != null) {
            members(json, "an object with a name for each profile").forEach((name, value) -> {
                Map<String, Json> values = new LinkedHashMap<>(members(value, settings()));
                Json steps = values.remove(STEPS);
                Json.Members rest = new Json.Members(value.place(), values);
                profiles.put(name, new Overrides(read(rest), steps == null ? Map.of() : ofSteps(steps), Map.of()));
            });
        }
        return profiles;
    }

    private Map<String, Map<Setting<?>, Json>> ofSteps(Json json) {
        List<String> names = stepNames();
        if (names.isEmpty()) { // a file whose steps are wrong is told of that
            problems.add(json.place(), "this sweep file has no steps");
            return Map.of();
        }
        Map<String, Map<Setting<?>, Json>> ofSteps = new LinkedHashMap<>();
        members(json, "an object with the names of steps").forEach((name, value) -> {
            if (!names.contains(name)) {
                problems.unknown("step", value.place(), name, names);
            }
            ofSteps.put(name, read(new Json.Members(value.place(), members(value, settings()))));
        });
        return ofSteps;
    }

    /** Every value is checked, whether its profile was asked for or not. */
    private Map<Setting<?>, Json> read(Json.Members object) {
        Map<Setting<?>, Json> settings = Keys.settings(object, problems);
        settings.forEach((setting, given) -> GridReader.axis(setting, given, problems));
        return settings;
    }

    private Map<String, Json> members(Json json, String expected) {
        if (json instanceof Json.Members object) {
            return object.values();
        }
        problems.misfit(json, expected);
        return Map.of();
    }

    private List<String> stepNames() {
        return file.values().get(STEPS) instanceof Json.Items steps
                ? steps.values().stream()
                        .filter(Json.Members.class::isInstance)
                        .map(step -> ((Json.Members) step).values().get("name"))
                        .filter(Json.Text.class::isInstance)
                        .map(name -> ((Json.Text) name).value())
                        .toList()
                : List.of();
    }

    private static String settings() {
        return "an object with " + String.join(", ", Settings.roots());
    }
}
