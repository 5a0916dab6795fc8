package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.List;

/** Trials that are in two grids. They would be run twice and their rows would be told apart by nothing. */
final class Overlaps {

    private Overlaps() {}

    /**
     * Tells of each pair of grids with trials in common. Grids are products, so one look at each setting's values
     * tells.
     */
    static void report(List<Grid> grids, Problems problems) {
        for (int i = 1; i < grids.size(); i++) {
            Grid later = grids.get(i);
            for (Grid earlier : grids.subList(0, i)) {
                long common = later.common(earlier);
                if (common > 0) {
                    problems.add(
                            later.place(),
                            common + (common == 1 ? " trial is" : " trials are") + " also in "
                                    + earlier.place().path() + " ("
                                    + earlier.place().source() + "), for example " + example(later, earlier));
                }
            }
        }
    }

    /** One of the common trials, by the settings that mostly vary. */
    private static String example(Grid later, Grid earlier) {
        List<String> values = new ArrayList<>();
        for (Setting<?> setting : List.of(Settings.P, Settings.N, Settings.HIDDEN, Settings.REPEAT, Settings.SEED)) {
            later.axis(setting)
                    .flatMap(axis -> earlier.axis(setting).map(axis::firstCommon))
                    .ifPresent(value -> values.add(setting + "=" + value));
        }
        return String.join(" ", values);
    }
}
