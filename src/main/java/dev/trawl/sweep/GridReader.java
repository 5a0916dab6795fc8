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

    /**
     * The grid whose own values {@code object} gives; empty after a problem, and where no data set of it is wanted.
     *
     * @param chosen values that count instead of all others: what an option or a profile says bears on the choice, and
     *     not on what was chosen. Of the grid's data sets the one with the chosen name is taken.
     */
    Optional<Grid> read(Json.Members object, Map<Setting<?>, Json> chosen) {
        return read(object, object.place(), chosen);
    }

    /** The same of a grid that is made for one row of an answer, as {@code place} says. */
    Optional<Grid> read(Json.Members object, Place place, Map<Setting<?>, Json> chosen) {
        Map<Setting<?>, Json> own = Keys.settings(object, problems);
        Map<Setting<?>, Json> given = new LinkedHashMap<>(defaults);
        given.putAll(own);
        putAllButData(overrides, given);
        putAllButData(chosen, given);

        Optional<Axis<DataChoice>> data = data(object, given, chosen);
        if (data.isEmpty()) {
            return Optional.empty();
        }
        DataChoice kind = data.get().values().get(0);
        Set<Setting<?>> foreign = Settings.foreignTo(kind);
        List<Axis<?>> axes = new ArrayList<>();
        boolean whole = true;
        for (Setting<?> setting : Settings.ALL) {
            if (setting == Settings.DATA) {
                axes.add(data.get());
                continue;
            }
            if (foreign.contains(setting)) {
                if (own.containsKey(setting)) {
                    problems.add(own.get(setting).place(), "data " + kind.key() + " has no " + setting);
                    whole = false;
                }
                continue;
            }
            Json json = given.containsKey(setting) ? given.get(setting) : setting.standardJson();
            if (json == null) {
                problems.add(place, missing(setting));
                whole = false;
                continue;
            }
            Optional<? extends Axis<?>> axis = axis(setting, json, problems);
            axis.ifPresent(axes::add);
            whole &= axis.isPresent();
        }
        return whole
                ? Optional.of(new Grid(place, axes)).filter(grid -> GridRules.hold(grid, place, given, problems))
                : Optional.empty();
    }

    /** Tells of each setting that {@code object} will lack, where those in {@code chosen} will be chosen. */
    void requireAllBut(Set<Setting<?>> chosen, Json.Members object) {
        Map<Setting<?>, Json> given = new LinkedHashMap<>(defaults);
        given.putAll(Keys.settings(object, problems));
        data(object, given, Map.of()).ifPresent(data -> {
            Set<Setting<?>> foreign = Settings.foreignTo(data.values().get(0));
            given.putAll(overrides);
            Settings.ALL.stream()
                    .filter(setting -> setting.standardJson() == null && !foreign.contains(setting))
                    .filter(setting -> !given.containsKey(setting) && !chosen.contains(setting))
                    .forEach(setting -> problems.add(object.place(), missing(setting) + ", or a column of the answer"));
        });
    }

    private static void putAllButData(Map<Setting<?>, Json> from, Map<Setting<?>, Json> given) {
        from.forEach((setting, value) -> {
            if (setting != Settings.DATA) {
                given.put(setting, value);
            }
        });
    }

    /**
     * The grid's data sets, all of one kind, for kinds differ in the settings that they have. An override or a choice
     * keeps those that it names; a grid may have none of them.
     */
    private Optional<Axis<DataChoice>> data(
            Json.Members object, Map<Setting<?>, Json> given, Map<Setting<?>, Json> chosen) {
        Json json = given.getOrDefault(Settings.DATA, overrides.get(Settings.DATA));
        if (json == null) {
            problems.add(object.place(), missing(Settings.DATA));
            return Optional.empty();
        }
        Optional<Axis<DataChoice>> data = axis(Settings.DATA, json, problems);
        Json only = overrides.get(Settings.DATA);
        if (only != null) {
            List<DataChoice> wanted =
                    axis(Settings.DATA, only, problems).map(Axis::values).orElse(List.of());
            data = data.map(axis -> axis.only(wanted::contains));
        }
        if (chosen.get(Settings.DATA) instanceof Json.Text name) {
            data = data.map(axis -> axis.only(choice -> choice.key().equals(name.value())));
        }
        if (data.isPresent()
                && data.get().values().stream().map(DataChoice::own).distinct().count() > 1) {
            problems.add(json.place(), "xor and real data have other settings: give them a grid each");
            return Optional.empty();
        }
        return data.filter(axis -> !axis.values().isEmpty());
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
