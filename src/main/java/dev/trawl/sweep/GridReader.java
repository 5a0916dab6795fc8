package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the values of one grid: the defaults, over them what the grid says, and over that every {@code --set}. */
final class GridReader {

    private final Map<Setting<?>, Json> defaults;
    private final Map<Setting<?>, Json> overrides;
    private final Problems problems;

    GridReader(Map<Setting<?>, Json> defaults, Map<Setting<?>, Json> overrides, Problems problems) {
        this.defaults = defaults;
        this.overrides = overrides;
        this.problems = problems;
    }

    /** The grid whose own values {@code object} gives; empty after a problem. */
    Optional<Grid> read(Json.Members object) {
        Map<Setting<?>, Json> given = new LinkedHashMap<>(defaults);
        given.putAll(Keys.settings(object, problems));
        given.putAll(overrides);

        List<Axis<?>> axes = new ArrayList<>();
        boolean whole = true;
        for (Setting<?> setting : Settings.ALL) {
            Json json = given.containsKey(setting) ? given.get(setting) : setting.standardJson();
            if (json == null) {
                problems.add(object.place(), missing(setting));
                whole = false;
                continue;
            }
            Optional<? extends Axis<?>> axis = axis(setting, json, problems);
            axis.ifPresent(axes::add);
            whole &= axis.isPresent();
        }
        return whole
                ? Optional.of(new Grid(axes)).filter(grid -> GridRules.hold(grid, object.place(), given, problems))
                : Optional.empty();
    }

    /** The values that {@code json} gives {@code setting}; empty after a problem. */
    static <T> Optional<Axis<T>> axis(Setting<T> setting, Json json, Problems problems) {
        Form<T> form = setting.form();
        List<Json> items = json instanceof Json.Items list && !form.takesLists() ? list.values() : List.of(json);
        if (items.isEmpty()) {
            problems.misfit(json, form.expected() + ", or a list with at least one");
        }
        Set<T> values = new LinkedHashSet<>();
        boolean whole = !items.isEmpty();
        for (Json item : items) {
            List<T> read = form.read(item, problems);
            whole &= !read.isEmpty();
            for (T value : read) {
                if (!values.add(value)) {
                    problems.add(item.place(), form.json(value) + " is given twice");
                    whole = false;
                }
            }
        }
        return whole ? Optional.of(new Axis<>(setting, List.copyOf(values))) : Optional.empty();
    }

    private static String missing(Setting<?> setting) {
        return setting + " is missing, here and in \"defaults\": expected "
                + setting.form().expected();
    }
}
