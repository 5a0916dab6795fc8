package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trials that a sweep adds to a step whose results a later step has chosen from: the choice among more trials may be
 * another one, and the rows of both would lie side by side.
 *
 * <p>Trials on other rows, of another data set, split or repeat, may be added, since studies choose for each by itself.
 * Where one does not, {@link SweepDifference} sees its later steps change, once they are chosen anew.
 */
public final class StepGrowth {

    /** What rows a trial is trained on. */
    private static final List<Setting<?>> ROWS = List.of(
            Settings.DATA,
            Settings.K,
            Settings.P,
            Settings.N,
            Settings.TEST,
            Settings.DUPLICATES,
            Settings.SPLIT,
            Settings.REPEAT);

    private StepGrowth() {}

    /**
     * A line for each settled step that grew where {@code stored} has a later one, and for each that would have trials
     * of a later one; empty where none did.
     */
    public static List<String> between(Sweep stored, Sweep now) {
        List<String> lines = new ArrayList<>(grown(stored, now));
        lines.addAll(inTwoSteps(stored, now));
        return lines;
    }

    private static List<String> grown(Sweep stored, Sweep now) {
        Optional<String> chosen =
                stored.grids().stream().filter(now::awaits).map(Grid::step).findFirst();
        return chosen.stream()
                .flatMap(later -> now.grids().stream()
                        .map(Grid::step)
                        .distinct()
                        .flatMap(step -> line(step, later, trials(stored, step), trials(now, step)).stream()))
                .toList();
    }

    private static List<String> inTwoSteps(Sweep stored, Sweep now) {
        List<String> lines = new ArrayList<>();
        for (Grid later : stored.grids()) {
            for (Grid grid : now.awaits(later) ? now.grids() : List.<Grid>of()) {
                if (grid.common(later) > 0) {
                    lines.add("step " + grid.step() + ": " + grid.common(later) + " of its trials are in step "
                            + later.step() + " too, which was chosen from it: give each step its own seeds or repeats");
                }
            }
        }
        return lines;
    }

    /** The steps of {@code stored} that a later one, which is stored too, was chosen from; empty where none was. */
    public static Set<String> chosenFrom(Sweep stored, Sweep now) {
        List<String> order = new ArrayList<>(List.of(now.step()));
        now.later().forEach(step -> order.add(step.name()));
        int last = stored.grids().stream()
                .mapToInt(grid -> order.indexOf(grid.step()))
                .max()
                .orElse(0);
        return Set.copyOf(order.subList(0, Math.max(0, last)));
    }

    private static Optional<String> line(String step, String later, Map<String, Long> stored, Map<String, Long> now) {
        return stored.entrySet().stream()
                .filter(rows -> now.getOrDefault(rows.getKey(), 0L) > rows.getValue())
                .map(rows -> "step " + step + ": the " + rows.getValue() + " trials with " + rows.getKey()
                        + ", from which step " + later + " was chosen, became " + now.get(rows.getKey()))
                .findFirst();
    }

    /** How many trials a step has on the same rows. */
    private static Map<String, Long> trials(Sweep sweep, String step) {
        Map<String, Long> trials = new LinkedHashMap<>();
        for (Grid grid : sweep.grids()) {
            if (grid.step().equals(step)) {
                Grid rows = new Grid(
                        grid.place(),
                        grid.axes().stream()
                                .filter(axis -> ROWS.contains(axis.setting()))
                                .toList());
                long each = grid.trials() / rows.cells() / grid.repeats().size();
                for (long cell = 0; cell < rows.cells(); cell++) {
                    for (long i = 0; i < grid.repeats().size(); i++) {
                        trials.merge(
                                name(rows.cell(cell)) + " repeat="
                                        + grid.repeats().at(i),
                                each,
                                Long::sum);
                    }
                }
            }
        }
        return trials;
    }

    private static String name(Cell rows) {
        return ROWS.stream()
                .filter(setting -> setting != Settings.REPEAT && rows.has(setting))
                .map(setting -> setting + "=" + CellNames.value(setting, rows))
                .collect(Collectors.joining(" "));
    }
}
