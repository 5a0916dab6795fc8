package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.List;

/** Trials that are in two grids. They would be run twice and their rows would be told apart by nothing. */
final class Overlaps {

    private Overlaps() {}

    /**
     * Tells of each pair of grids with trials in common. Grids are products, so one look at each setting's values tells.
     *
     * @param places of the grids
     */
    static void report(List<Grid> grids, List<Place> places, Problems problems) {
        for (int later = 1; later < grids.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                long common = grids.get(later).common(grids.get(earlier));
                if (common > 0) {
                    problems.add(
                            places.get(later),
                            common + (common == 1 ? " trial is" : " trials are") + " also in "
                                    + places.get(earlier).path() + " ("
                                    + places.get(earlier).source() + "), for example "
                                    + example(grids.get(later), grids.get(earlier)));
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
