package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a sweep file no longer says: a sweep may grow while its results stay, but nothing of it may change or go. */
public final class SweepDifference {

    /** A grid in which more settings than this have lost values is another grid. */
    private static final int MOST_CHANGES = 3;

    private SweepDifference() {}

    /**
     * A line for each thing that {@code stored} has and {@code now} has not; empty where {@code now} has every trial of
     * {@code stored}, and perhaps more. Steps that {@code now} has yet to settle are not compared.
     */
    public static List<String> between(Sweep stored, Sweep now) {
        List<String> lines = new ArrayList<>();
        if (!stored.name().equals(now.name())) {
            lines.add("name: \"" + stored.name() + "\" became \"" + now.name() + "\"");
        }
        for (int index = 0; index < stored.grids().size(); index++) {
            Grid grid = stored.grids().get(index);
            if (now.awaits(grid)) {
                continue;
            }
            // Neither sweep has a trial twice, so what is common can be added up.
            long kept = now.grids().stream()
                    .filter(other -> other.step().equals(grid.step())) // rows keep the name that they have
                    .mapToLong(grid::common)
                    .sum();
            if (kept < grid.trials()) {
                lines.addAll(changes(index, grid, now));
                lines.add("grids[" + index + "]: of " + grid.trials() + " trials " + (grid.trials() - kept)
                        + " are no longer in the file");
            }
        }
        return lines;
    }

    /** What became of a grid's settings in the grid of {@code now} that is most like it. */
    private static List<String> changes(int index, Grid grid, Sweep now) {
        Grid like = IntStream.range(0, now.grids().size())
                .boxed()
                .min(Comparator.comparingInt((Integer other) ->
                                lost(grid, now.grids().get(other)).size())
                        .thenComparingInt(other -> Math.abs(other - index)))
                .map(now.grids()::get)
                .orElseThrow();
        List<Setting<?>> lost = lost(grid, like);
        if (lost.size() > MOST_CHANGES) {
            return List.of();
        }
        return lost.stream()
                .map(setting -> "grids[" + index + "]." + setting + ": " + values(grid, setting) + " became "
                        + values(like, setting))
                .toList();
    }

    /** The settings of which {@code other} lacks a value. */
    private static List<Setting<?>> lost(Grid grid, Grid other) {
        List<Setting<?>> lost = new ArrayList<>();
        for (Axis<?> axis : grid.axes()) {
            if (grid.common(axis.setting(), other) < axis.size()) {
                lost.add(axis.setting());
            }
        }
        return lost;
    }

    private static String values(Grid grid, Setting<?> setting) {
        Optional<Axis<?>> axis = grid.axis(setting);
        return axis.isPresent() ? axis.get().json() : "nothing";
    }
}
