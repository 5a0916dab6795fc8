package dev.trawl.sweep;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What counts instead of the file's own values: what a profile says, over it what the profile says of one step, and
 * over that every {@code --set}.
 *
 * @param ofSteps by the step's name
 */
record Overrides(Map<Setting<?>, Json> profile, Map<String, Map<Setting<?>, Json>> ofSteps, Map<Setting<?>, Json> set) {

    static final Overrides NONE = new Overrides(Map.of(), Map.of(), Map.of());

    /** The same with {@code options}, which count most. */
    Overrides with(Map<Setting<?>, Json> options) {
        return new Overrides(profile, ofSteps, options);
    }

    /** Outside steps, and where no step is meant. */
    Map<Setting<?>, Json> everywhere() {
        return in("");
    }

    /** In the step called {@code step}. */
    Map<Setting<?>, Json> in(String step) {
        Map<Setting<?>, Json> all = new LinkedHashMap<>(profile);
        all.putAll(ofSteps.getOrDefault(step, Map.of()));
        all.putAll(set);
        return all;
    }
}
