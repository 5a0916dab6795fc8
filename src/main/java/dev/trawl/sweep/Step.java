package dev.trawl.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a sweep whose trials depend on the results of earlier ones: a query chooses settings, and each row of its
 * answer makes a copy of the step's grids with the chosen values in place.
 */
public final class Step {

    private final String name;
    private final Place place;
    private final String choose;
    private final List<Json.Members> grids;
    private final Map<Setting<?>, Json> defaults;
    private final Map<Setting<?>, Json> overrides;

    Step(
            String name,
            Place place,
            String choose,
            List<Json.Members> grids,
            Map<Setting<?>, Json> defaults,
            Map<Setting<?>, Json> overrides) {
        this.name = name;
        this.place = place;
        this.choose = choose;
        this.grids = List.copyOf(grids);
        this.defaults = defaults;
        this.overrides = overrides;
    }

    public String name() {
        return name;
    }

    /** Where the sweep file says {@link #choose}, for messages. */
    public String place() {
        return place.toString();
    }

    /** SQL over {@code trials}; the columns of its answer are settings, by the names that result rows give them. */
    public String choose() {
        return choose;
    }

    /**
     * Refuses columns of an answer that are no settings, or the same one twice, and grids that lack a setting which is
     * no column either.
     */
    public void requireSettings(List<String> columns) throws SweepFileException {
        Problems problems = new Problems();
        Set<Setting<?>> named = new HashSet<>();
        for (String column : columns) {
            Optional<Setting<?>> setting = setting(column, problems);
            if (setting.isPresent() && !named.add(setting.get())) {
                problems.add(place, "two columns of the answer are \"" + column + "\"");
            }
        }
        if (problems.none()) {
            GridReader reader = new GridReader(defaults, overrides, problems);
            grids.forEach(grid -> reader.requireAllBut(named, grid));
        }
        problems.throwIfAny();
    }

    /** Each copy of a row would have the same trials. */
    private void requireDifferent(List<Map<String, Object>> chosen, Problems problems) {
        Set<Map<String, Object>> rows = new HashSet<>();
        chosen.stream().filter(row -> !rows.add(row)).findFirst().ifPresent(row -> {
            int times = Collections.frequency(chosen, row);
            problems.add(
                    place, "the answer has the row " + row + " " + times + " times; GROUP BY or DISTINCT makes it one");
        });
    }

    /**
     * The grids of every chosen row.
     *
     * @param chosen rows, each from column to value
     */
    List<Grid> grids(List<Map<String, Object>> chosen) throws SweepFileException {
        Problems problems = new Problems();
        requireDifferent(chosen, problems);
        problems.throwIfAny();
        GridReader reader = new GridReader(defaults, overrides, problems);
        List<Grid> read = new ArrayList<>();
        for (Map<String, Object> row : chosen) {
            Map<Setting<?>, Json> values = settings(row, problems);
            values.put(Settings.STEP, new Json.Text(place, name));
            boolean taken = false;
            for (Json.Members grid : grids) {
                Place made = new Place(
                        grid.place().source() + ", for " + row, grid.place().path());
                Optional<Grid> one = reader.read(grid, made, values);
                one.ifPresent(read::add);
                taken |= one.isPresent();
            }
            if (!taken && problems.none() && values.containsKey(Settings.DATA)) {
                problems.misfit(values.get(Settings.DATA), "the name of one of this step's data sets");
            }
        }
        if (chosen.isEmpty()) {
            problems.add(place, "no row was chosen");
        }
        problems.throwIfAny();
        return read;
    }

    private Map<Setting<?>, Json> settings(Map<String, Object> row, Problems problems) {
        Map<Setting<?>, Json> values = new LinkedHashMap<>();
        row.forEach((column, value) -> setting(column, problems)
                .ifPresent(setting -> values.put(
                        setting, json(new Place(place.source(), place.path() + ": " + column), setting, value))));
        if (row.containsKey("l2") && row.get("l2").equals(row.get("l2_input"))) {
            values.put(
                    Settings.L2_INPUT, new Json.Text(place, "l2")); // rows have the number where the file has the word
        }
        return values;
    }

    /** By its name in a sweep file or in result rows. */
    private Optional<Setting<?>> setting(String column, Problems problems) {
        Optional<Setting<?>> setting = Settings.named(column).or(() -> Settings.named(column.replaceFirst("_", ".")));
        if (setting.isEmpty()) {
            problems.add(
                    place,
                    "column \"" + column + "\" of the answer is no setting; " + Nearest.hint(column, Settings.names()));
        }
        return setting;
    }

    /** As the sweep file would say it: rows have 0 where it has a word such as "full", and no text for no pruning. */
    private static Json json(Place place, Setting<?> setting, Object value) {
        String text = setting == Settings.KEEP_HIDDEN && value.equals("") ? "0" : String.valueOf(value);
        Optional<BigDecimal> number = number(text);
        if (setting == Settings.DATA || number.isEmpty()) { // a file's name may look like a number
            return new Json.Text(place, text);
        }
        if (number.get().signum() != 0) {
            return new Json.Number(place, text);
        }
        return setting.form() instanceof WholeForm whole && !whole.word().isEmpty()
                ? new Json.Text(place, whole.word())
                : new Json.Number(place, "0");
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
