package dev.trawl.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trawl.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads sweep files: a name, defaults, a list of grids or of steps with grids each, and profiles that scale them. */
public final class SweepFile {

    private static final List<String> KEYS = List.of("name", "about", "defaults", "grids", "steps", Profiles.KEY);
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final String NAME_EXPECTED = "letters, digits, \"-\", \"_\" and \".\"";

    private final String fileName;
    private final Problems problems = new Problems();
    private final Map<String, Json> texts = new LinkedHashMap<>();
    private Overrides overrides = Overrides.NONE;

    private SweepFile(String fileName) {
        this.fileName = fileName;
    }

    /**
     * Reads a sweep and checks every value of it, and all combinations of them but repeats and seeds.
     *
     * @param fileName for messages
     * @param json the file's text
     * @param overrides {@code key=value} each; they count instead of what the defaults and the grids say
     */
    public static Sweep read(String fileName, String json, List<String> overrides) throws SweepFileException {
        return read(fileName, json, "", overrides);
    }

    /** Reads a sweep that a program has written. */
    public static Sweep read(String json) throws SweepFileException {
        return read("sweep", json, List.of());
    }

    /**
     * Reads a sweep as {@link #read(String, String, List)} does, scaled by one of its own profiles.
     *
     * @param profile the name of one of the file's profiles, or empty; {@code overrides} count instead of what it says
     */
    public static Sweep read(String fileName, String json, String profile, List<String> overrides)
            throws SweepFileException {
        return new SweepFile(fileName).sweep(json, profile, overrides);
    }

    /**
     * Reads one trial: a grid whose keys have one value each.
     *
     * @param json the grid; what it does not name has its default
     */
    public static Trial trial(String json) throws SweepFileException {
        Sweep sweep = read("trial", "{\"name\": \"trial\", \"grids\": [" + json + "]}", List.of());
        if (sweep.trials() != 1) {
            throw new SweepFileException(List.of("trial: expected one value a key, not " + sweep.trials() + " trials"));
        }
        return Plan.of(sweep).trial(0);
    }

    private Sweep sweep(String json, String profile, List<String> options) throws SweepFileException {
        Json.Members file = parse(json);
        Map<Setting<?>, Json> set = new LinkedHashMap<>();
        options.forEach(option -> SetOption.read(option, set, texts, problems));
        overrides = Profiles.chosen(file, profile, problems).with(set);
        file.values().forEach((key, value) -> checkKey(key, value.place()));
        String name = text(file, "name");
        String about = text(file, "about");
        Json given = texts.getOrDefault("name", file.values().get("name"));
        if (given == null) {
            missing(file, "name", NAME_EXPECTED);
        } else if (given instanceof Json.Text && !name.matches(NAME)) {
            problems.misfit(given, NAME_EXPECTED);
        }
        List<Grid> grids = new ArrayList<>();
        List<Step> later = read(file, grids);
        problems.throwIfAny();
        return new Sweep(name, about, grids, later);
    }

    private Json.Members parse(String text) throws SweepFileException {
        try {
            Json json = JsonReader.read(text, line -> fileName + ":" + line, "", problems);
            if (json instanceof Json.Members file) {
                return file;
            }
            problems.misfit(json, "an object with " + String.join(", ", KEYS));
        } catch (JsonProcessingException e) {
            problems.add(new Place(fileName + JsonFault.at(e), ""), "this is no JSON: " + JsonFault.reason(e, text));
        }
        throw problems.exception();
    }

    /** Says so, unless an unknown key looks like it: then that has been told, and is the reason. */
    private void missing(Json.Members file, String key, String expected) {
        if (file.values().keySet().stream()
                .noneMatch(other -> !KEYS.contains(other)
                        && Nearest.to(other, KEYS).filter(key::equals).isPresent())) {
            problems.add(file.place(), key + " is missing: expected " + expected);
        }
    }

    private void checkKey(String key, Place place) {
        if (!KEYS.contains(key)) {
            if (Settings.roots().contains(key)) {
                problems.add(place, "belongs in \"defaults\" or in a grid");
            } else {
                problems.unknownKey(place, key, KEYS);
            }
        }
    }

    /** Empty where nothing is given. */
    private String text(Json.Members file, String key) {
        Json json = texts.getOrDefault(key, file.values().get(key));
        if (json == null) {
            return "";
        }
        if (json instanceof Json.Text text) {
            return text.value();
        }
        problems.misfit(json, "a text");
        return "";
    }

    /** Adds the grids that depend on nothing, and returns the steps that do. */
    private List<Step> read(Json.Members file, List<Grid> grids) {
        Map<Setting<?>, Json> defaults = defaults(file);
        if (!file.values().containsKey("steps")) {
            grids.addAll(grids(file, Map.of(), overrides.everywhere(), defaults));
            return List.of();
        }
        Json json = file.values().get("steps");
        if (file.values().containsKey("grids")) {
            problems.add(json.place(), "a sweep has \"grids\" or \"steps\", not both");
        }
        List<Step> steps = new Steps(defaults, overrides, problems).read(json);
        if (json instanceof Json.Items items
                && !steps.isEmpty()
                && items.values().get(0) instanceof Json.Members first) {
            Json.Text name = new Json.Text(first.place(), steps.get(0).name());
            grids.addAll(grids(first, Map.of(Settings.STEP, name), overrides.in(name.value()), defaults));
        }
        return steps.isEmpty() ? steps : steps.subList(1, steps.size());
    }

    private List<Grid> grids(
            Json.Members owner,
            Map<Setting<?>, Json> given,
            Map<Setting<?>, Json> over,
            Map<Setting<?>, Json> defaults) {
        GridReader reader = new GridReader(defaults, over, problems);
        if (!(owner.values().get("grids") instanceof Json.Items items)
                || items.values().isEmpty()) {
            Json json = owner.values().get("grids");
            if (!given.isEmpty()) {
                return List.of(); // a step, of which this is told already
            }
            if (json == null) {
                missing(owner, "grids", "a list with at least one grid; or \"steps\", a list of steps with grids each");
            } else {
                problems.add(json.place(), "expected a list with at least one grid");
            }
            return List.of();
        }
        List<Grid> grids = new ArrayList<>();
        for (Json item : items.values()) {
            if (!(item instanceof Json.Members object)) {
                problems.misfit(item, "an object with " + String.join(", ", Settings.roots()));
                continue;
            }
            reader.read(object, given).ifPresent(grids::add);
        }
        Json data = over.get(Settings.DATA);
        if (grids.isEmpty() && data != null && problems.none()) {
            problems.add(data.place(), "no grid has the data set " + data.shown());
        }
        if (problems.none() && !grids.isEmpty()) {
            requireTakers(over, grids);
        }
        if (problems.none()) { // or a misspelt key would make its grid look like another
            Overlaps.report(grids, problems);
            DataNames.report(grids, problems);
        }
        GridRules.checkSize(grids, place(owner, "grids"), problems);
        return grids;
    }

    /** Refuses what is set everywhere where no grid's data has it: one who asks for folds would get none. */
    private void requireTakers(Map<Setting<?>, Json> over, List<Grid> grids) {
        over.forEach((setting, value) -> {
            if (grids.stream().noneMatch(grid -> grid.cell(0).has(setting))) {
                String kinds = grids.stream()
                        .map(grid -> grid.cell(0).of(Settings.DATA).key())
                        .distinct()
                        .collect(Collectors.joining(", "));
                problems.add(value.place(), "data " + kinds + " has no " + setting);
            }
        });
    }

    private Map<Setting<?>, Json> defaults(Json.Members file) {
        Json json = file.values().get("defaults");
        if (json == null) {
            return Map.of();
        }
        if (!(json instanceof Json.Members object)) {
            problems.misfit(json, "an object with " + String.join(", ", Settings.roots()));
            return Map.of();
        }
        Map<Setting<?>, Json> defaults = Keys.settings(object, problems);
        // Here too, or a value that every grid replaces could be wrong unseen.
        defaults.forEach((setting, value) -> GridReader.axis(setting, value, problems));
        return defaults;
    }

    /** Of a key's value, or of the file where the key is missing. */
    private static Place place(Json.Members file, String key) {
        Json json = file.values().get(key);
        return json == null ? new Place(file.place().source(), key) : json.place();
    }
}
