package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the cells of a sweep by the settings that tell them apart, and those that everyone asks for. */
final class CellNames {

    private static final Set<Setting<?>> ALWAYS = Set.of(Settings.K, Settings.P, Settings.N, Settings.HIDDEN);
    private static final Set<Setting<?>> NEVER = Set.of(Settings.REPEAT, Settings.SEED);

    private final List<Setting<?>> named = new ArrayList<>();

    CellNames(Sweep sweep) {
        for (Setting<?> setting : Settings.ALL) {
            Set<Object> values = new HashSet<>();
            sweep.grids().forEach(grid -> values.add(grid.axis(setting).map(Axis::values)));
            boolean several = sweep.grids().stream().anyMatch(grid -> grid.axis(setting)
                    .filter(axis -> axis.values().size() > 1)
                    .isPresent());
            if (ALWAYS.contains(setting) || !NEVER.contains(setting) && (several || values.size() > 1)) {
                named.add(setting);
            }
        }
    }

    /** {@code k=4 p=40 n=3000 hidden=2048 lr=0.003}. */
    String name(Cell cell) {
        return named.stream()
                .filter(cell::has)
                .map(setting -> setting + "=" + value(setting, cell))
                .collect(Collectors.joining(" "));
    }

    /** For people: of a data set the word that rows have. */
    static <T> String value(Setting<T> setting, Cell cell) {
        T value = cell.of(setting);
        return value instanceof DataChoice data
                ? data.key()
                : setting.form().json(value).replace("\"", "").replace(", ", ",");
    }
}
