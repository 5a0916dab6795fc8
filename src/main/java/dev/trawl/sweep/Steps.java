package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a sweep file. The first has grids only; each later one also says what it chooses. */
final class Steps {

    private static final List<String> KEYS = List.of("name", "choose", "grids");

    private final Map<Setting<?>, Json> defaults;
    private final Overrides overrides;
    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    Steps(Map<Setting<?>, Json> defaults, Overrides overrides, Problems problems) {
        this.defaults = defaults;
        this.overrides = overrides;
        this.problems = problems;
    }

    List<Step> read(Json json) {
        if (!(json instanceof Json.Items items) || items.values().isEmpty()) {
            problems.misfit(json, "a list with at least one step");
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (Json item : items.values()) {
            if (item instanceof Json.Members step) {
                steps.add(step(step, steps.isEmpty()));
            } else {
                problems.misfit(item, "an object with " + String.join(", ", KEYS));
            }
        }
        return steps;
    }

    private Step step(Json.Members step, boolean first) {
        step.values().forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                problems.unknownKey(value.place(), key, KEYS);
            }
        });
        String name = name(step);
        String choose = text(step.values().get("choose"));
        if (first && step.values().containsKey("choose")) {
            problems.add(step.place(), "the first step has nothing to choose from");
        } else if (!first && choose.isBlank()) {
            problems.add(
                    step.place(), "choose is missing: expected SQL over earlier trials, a text or a list of lines");
        }
        Json answer = step.values().getOrDefault("choose", step);
        return new Step(name, answer.place(), choose, grids(step, name), defaults, overrides.in(name));
    }

    private String name(Json.Members step) {
        Json json = step.values().get("name");
        List<String> read = json == null ? List.of() : Settings.STEP.form().read(json, problems);
        if (read.isEmpty() || read.get(0).isEmpty() || !names.add(read.get(0))) {
            problems.add(step.place(), "expected a name that no other step has");
            return "";
        }
        return read.get(0);
    }

    /** Every value is checked now; what is missing may come from the choice. */
    private List<Json.Members> grids(Json.Members step, String name) {
        List<Json.Members> grids = new ArrayList<>();
        Json json = step.values().get("grids");
        for (Json item : json instanceof Json.Items items ? items.values() : List.<Json>of()) {
            if (!(item instanceof Json.Members grid)) {
                problems.misfit(item, "an object with " + String.join(", ", Settings.roots()));
                continue;
            }
            Map<Setting<?>, Json> own = Keys.settings(grid, problems);
            own.forEach((setting, value) -> GridReader.axis(setting, value, problems));
            if (own.containsKey(Settings.STEP)) {
                problems.add(grid.place(), "step is the name of the step already: " + name);
            }
            grids.add(grid);
        }
        if (grids.isEmpty()) {
            problems.add(step.place(), "grids must be a list with at least one grid");
        }
        return grids;
    }

    /** A text, or the lines of one. */
    private static String text(@Nullable Json json) {
        if (json instanceof Json.Items lines) {
            return lines.values().stream().map(Steps::text).collect(Collectors.joining("\n"));
        }
        return json instanceof Json.Text text ? text.value() : "";
    }
}
