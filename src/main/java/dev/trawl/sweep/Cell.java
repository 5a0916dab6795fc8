package dev.trawl.sweep;

import dev.trawl.trial.Epochs;
import dev.trawl.trial.Keep;
import dev.trawl.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One combination of a grid's settings. Repeat and seed have all their values in it. */
final class Cell {

    private final Map<Setting<?>, Object> values;

    private Cell(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /**
     * The combination at {@code ordinal}, the last axis turning fastest.
     *
     * @param axes a setting each
     */
    static Cell at(List<Axis<?>> axes, long ordinal) {
        Map<Setting<?>, Object> values = new HashMap<>(2 * axes.size());
        long rest = ordinal;
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis<?> axis = axes.get(i);
            int size = axis.values().size();
            values.put(axis.setting(), axis.values().get((int) (rest % size)));
            rest /= size;
        }
        return new Cell(values);
    }

    /** Whether the cell's kind of data has {@code setting}. */
    boolean has(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /** The value of {@code setting} here. */
    @SuppressWarnings("unchecked") // an axis' values are of its setting's type
    <T> T of(Setting<T> setting) {
        Object value = values.get(setting);
        if (value == null) {
            throw new IllegalStateException(setting + " has no value in this grid");
        }
        return (T) value;
    }

    /** @throws IllegalArgumentException where values do not go together; the message begins with a setting's name */
    Trial trial(long repeat, long seed) {
        return new Trial(
                of(Settings.DATA).source(this),
                of(Settings.HIDDEN),
                repeat,
                seed,
                of(Settings.LR),
                of(Settings.L2),
                of(Settings.L2_INPUT).orElse(null),
                of(Settings.BATCH),
                new Epochs(of(Settings.EPOCHS_DENSE), of(Settings.EPOCHS_HIDDEN), of(Settings.EPOCHS_INPUT)),
                of(Settings.STAGES),
                new Keep(of(Settings.KEEP_HIDDEN), of(Settings.KEEP_INPUT)),
                of(Settings.MU),
                of(Settings.NORMALISE),
                of(Settings.PHASES),
                of(Settings.PRUNE),
                of(Settings.CURVES));
    }

    /** The first trial of the cell: they differ in repeat and seed only. */
    Trial first() {
        return trial(of(Settings.REPEAT).at(0), of(Settings.SEED).at(0));
    }
}
