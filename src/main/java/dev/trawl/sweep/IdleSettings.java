package dev.trawl.sweep;

import dev.trawl.trial.Stage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settings of pruning that no stage of their grid looks at. Where they have several values, each trains the same
 * networks once more; where a sweep says what pruning keeps and nowhere prunes that, a stage was forgotten.
 */
public final class IdleSettings {

    private static final List<Setting<?>> OF_PRUNING = List.of(
            Settings.L2_INPUT,
            Settings.EPOCHS_HIDDEN,
            Settings.EPOCHS_INPUT,
            Settings.KEEP_HIDDEN,
            Settings.KEEP_INPUT,
            Settings.MU,
            Settings.NORMALISE,
            Settings.PHASES,
            Settings.PRUNE);

    private static final List<Setting<?>> OF_INPUTS =
            List.of(Settings.L2_INPUT, Settings.KEEP_INPUT, Settings.EPOCHS_INPUT);

    /** The same where networks are retrained: these are given as many epochs as all phases have. */
    private static final List<Setting<?>> OF_INPUTS_ALONE = List.of(Settings.L2_INPUT, Settings.KEEP_INPUT);

    private static final List<Setting<?>> OF_KEEPING = List.of(Settings.KEEP_HIDDEN, Settings.KEEP_INPUT);

    private static final String NOTHING_PRUNED =
            "nothing is pruned: name stages that prune, as in \"stages\": [\"dense\", \"cpna_all\"]";

    private static final String NO_INPUTS_PRUNED = "no inputs are pruned: stage \"cpna_all\" does that";

    private static final Set<Stage> RETRAINED = Set.of(Stage.RETRAINED_RANDOM, Stage.RETRAINED_INITIAL);
    private static final Set<Stage> NOT_NORMALISED = Set.of(Stage.DENSE, Stage.CPA_HIDDEN);

    private IdleSettings() {}

    /** A line each: {@code grids[0]: mu has 3 values, and its stages do not prune: ...}; of a study's first step. */
    public static List<String> in(Sweep sweep) {
        Stream<String> forgotten = sweep.later().isEmpty() ? forgotten(sweep.grids()) : Stream.of();
        return Stream.concat(forgotten, sweep.grids().stream().flatMap(IdleSettings::in))
                .toList();
    }

    private static Stream<String> forgotten(List<Grid> grids) {
        if (grids.stream().anyMatch(grid -> stages(grid).contains(Stage.CPNA_ALL))) {
            return Stream.of();
        }
        return grids.stream().allMatch(IdleSettings::isDense)
                ? grids.stream().flatMap(grid -> kept(grid, OF_KEEPING, NOTHING_PRUNED))
                : grids.stream().flatMap(grid -> kept(grid, List.of(Settings.KEEP_INPUT), NO_INPUTS_PRUNED));
    }

    private static boolean isDense(Grid grid) {
        return stages(grid).equals(List.of(Stage.DENSE));
    }

    private static List<Stage> stages(Grid grid) {
        return grid.cell(0).of(Settings.STAGES);
    }

    /** Of values that {@link #in(Grid)} does not tell of: one alone, other than the default. */
    private static Stream<String> kept(Grid grid, List<Setting<?>> settings, String what) {
        return settings.stream()
                .flatMap(setting -> grid.axis(setting).stream())
                .filter(axis ->
                        axis.size() == 1 && !axis.json().equals(axis.setting().standard()))
                .limit(1)
                .map(axis -> grid.place().path() + ": " + axis.setting() + " is " + axis.json() + ", and " + what);
    }

    private static Stream<String> in(Grid grid) {
        List<Stage> stages = stages(grid);
        if (isDense(grid)) {
            return lines(grid, OF_PRUNING, "prune");
        }
        Stream<String> rankings = stages.stream().allMatch(NOT_NORMALISED::contains)
                ? lines(grid, List.of(Settings.NORMALISE), "normalise")
                : Stream.of();
        if (stages.contains(Stage.CPNA_ALL)) {
            return Stream.of();
        }
        boolean retrained = stages.stream().anyMatch(RETRAINED::contains);
        return Stream.concat(rankings, lines(grid, retrained ? OF_INPUTS_ALONE : OF_INPUTS, "prune inputs"));
    }

    private static Stream<String> lines(Grid grid, List<Setting<?>> settings, String what) {
        return settings.stream()
                .flatMap(setting -> grid.axis(setting).stream())
                .filter(axis -> axis.size() > 1)
                .map(axis -> grid.place().path() + ": " + axis.setting() + " has " + axis.size()
                        + " values, and its stages do not " + what + ": trials that differ in it alone come out alike");
    }
}
