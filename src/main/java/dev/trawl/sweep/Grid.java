package dev.trawl.sweep;

import dev.trawl.data.Division;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The product of some values a setting. Its cells are the combinations of all settings but repeat and seed; the trials
 * of one cell cost the same.
 */
final class Grid {

    /** The step of a sweep without steps, which its resolved file leaves out. */
    private static final List<String> NO_NAME = List.of("");

    /** A step is no part of a trial; a fold means something together with the number of folds only. */
    private static final Set<Setting<?>> NOT_COUNTED_ALONE = Set.of(Settings.STEP, Settings.FOLD, Settings.FOLDS);

    private final Place place;
    private final List<Axis<?>> axes;
    private final long cells;

    /**
     * @param place where it was written, for messages
     * @param axes in the order of {@link Settings#ALL}; each with one value or more
     */
    Grid(Place place, List<Axis<?>> axes) {
        this.place = place;
        this.axes = List.copyOf(axes);
        long product = 1;
        for (Axis<?> axis : axes) {
            product = saturated(product, axis.values().size());
        }
        this.cells = product;
    }

    Place place() {
        return place;
    }

    long cells() {
        return cells;
    }

    /** Trials a cell; at most {@link Long#MAX_VALUE}. */
    long trialsInCell() {
        return saturated(repeats().size(), seeds().size());
    }

    long trials() {
        return saturated(cells, trialsInCell());
    }

    Numbers repeats() {
        return cell(0).of(Settings.REPEAT);
    }

    Numbers seeds() {
        return cell(0).of(Settings.SEED);
    }

    String step() {
        return cell(0).of(Settings.STEP);
    }

    /** In the order of {@link Settings#ALL}, the last setting turning fastest. */
    Cell cell(long ordinal) {
        return Cell.at(axes, ordinal);
    }

    /** Empty where the grid's kind of data does not have the setting. */
    Optional<Axis<?>> axis(Setting<?> setting) {
        for (Axis<?> axis : axes) {
            if (axis.setting() == setting) {
                return Optional.of(axis);
            }
        }
        return Optional.empty();
    }

    List<DataChoice> dataSets() {
        return axes.stream()
                .filter(axis -> axis.setting() == Settings.DATA)
                .flatMap(axis -> axis.values().stream())
                .map(DataChoice.class::cast)
                .toList();
    }

    List<Axis<?>> axes() {
        return axes;
    }

    /** How many trials another grid has too, whatever step they are put down to. */
    long common(Grid other) {
        long common = 1;
        for (Setting<?> setting : Settings.ALL) {
            common *= NOT_COUNTED_ALONE.contains(setting) ? 1 : common(setting, other);
            if (common == 0) {
                return 0; // soon, for most of the pairs of a study's thousands of grids
            }
        }
        return common * commonFolds(other);
    }

    /** Whether a value of {@code folds} would be one of several that make the same trials: no fold, no part of it. */
    boolean repeatsTrials() {
        return hasNoFold() && axis(Settings.FOLDS).stream().anyMatch(axis -> axis.size() > 1);
    }

    /** Common pairs of fold and folds; "none" is the same trial, whatever {@code folds} is. */
    private long commonFolds(Grid other) {
        long none = hasNoFold() && other.hasNoFold() ? 1 : 0;
        return none + (common(Settings.FOLD, other) - none) * common(Settings.FOLDS, other);
    }

    private boolean hasNoFold() {
        return axis(Settings.FOLD).stream().anyMatch(axis -> axis.values().contains(Division.NO_FOLD));
    }

    /** How many values of one setting another grid has too; 1 where both lack it. */
    long common(Setting<?> setting, Grid other) {
        Optional<Axis<?>> mine = axis(setting);
        Optional<Axis<?>> others = other.axis(setting);
        if (mine.isEmpty() || others.isEmpty()) {
            return mine.isEmpty() && others.isEmpty() ? 1 : 0;
        }
        return mine.get().common(others.get());
    }

    /** As one line of a sweep file, every default written out. */
    String json() {
        List<String> members = new ArrayList<>();
        for (String root : Settings.roots()) {
            List<Setting<?>> inside = Settings.inside(root);
            if (inside.isEmpty()) {
                Settings.named(root)
                        .flatMap(this::axis)
                        .filter(axis -> !axis.values().equals(NO_NAME))
                        .ifPresent(axis -> members.add(member(root, axis.json())));
            } else {
                String object = inside.stream()
                        .flatMap(setting -> axis(setting).stream())
                        .map(axis -> member(axis.setting().leaf(), axis.json()))
                        .collect(Collectors.joining(", ", "{", "}"));
                members.add(member(root, object));
            }
        }
        return members.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static long saturated(long a, long b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }

    private static String member(String key, String value) {
        return JsonText.quoted(key) + ": " + value;
    }
}
