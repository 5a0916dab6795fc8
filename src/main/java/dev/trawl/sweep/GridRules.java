package dev.trawl.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the values of a grid go together, in each of its cells. */
final class GridRules {

    /** A plan keeps some twenty bytes a cell, and each cell is checked when the file is read. */
    static final long MOST_CELLS = 250_000;

    /** The plan's indices fit a bit set. */
    static final long MOST_TRIALS = Integer.MAX_VALUE;

    private GridRules() {}

    /**
     * Checks every cell; repeat and seed have no part in the rules.
     *
     * @param place of the grid
     * @param given where the grid's values were written
     */
    static boolean hold(Grid grid, Place place, Map<Setting<?>, Json> given, Problems problems) {
        if (grid.cells() > MOST_CELLS) {
            problems.add(
                    place,
                    grid.cells() + " combinations without repeats and seeds; at most " + MOST_CELLS + " are allowed");
            return false;
        }
        if (grid.trials() > MOST_TRIALS) {
            problems.add(place, "more trials than the " + MOST_TRIALS + " that are allowed");
            return false;
        }
        if (grid.repeatsTrials()) {
            report(
                    "folds must be one number where fold may be \"none\": the test part is the same whatever folds is",
                    place,
                    given,
                    problems);
            return false;
        }
        boolean hold = true;
        for (long cell = 0; cell < grid.cells() && !problems.plenty(); cell++) {
            try {
                grid.cell(cell).first();
            } catch (IllegalArgumentException e) {
                report(String.valueOf(e.getMessage()), place, given, problems);
                hold = false;
            }
        }
        return hold;
    }

    /** All grids together. */
    static void checkSize(List<Grid> grids, Place place, Problems problems) {
        double trials = grids.stream().mapToDouble(Grid::trials).sum();
        double cells = grids.stream().mapToDouble(Grid::cells).sum();
        if (trials > MOST_TRIALS) {
            problems.add(place, "more trials than the " + MOST_TRIALS + " that are allowed");
        }
        if (cells > MOST_CELLS) {
            problems.add(place, "more combinations than the " + MOST_CELLS + " that are allowed");
        }
    }

    /** A rule's message begins with the setting that breaks it, so the place can be the value's own. */
    private static void report(String message, Place grid, Map<Setting<?>, Json> given, Problems problems) {
        int space = message.indexOf(' ');
        Optional<Json> value =
                Settings.named(message.substring(0, Math.max(0, space))).map(given::get);
        if (value.isPresent() && value.get().place().path().startsWith(grid.path() + ".")) {
            problems.add(value.get().place(), message.substring(space + 1));
        } else if (value.isPresent() && value.get().place().source().startsWith(SetOption.SOURCE)) {
            problems.add(value.get().place(), message.substring(space + 1) + ", in " + grid.path());
        } else {
            problems.add(grid, message);
        }
    }
}
