package dev.trawl.trial;

import static dev.trawl.trial.Column.integer;
import static dev.trawl.trial.Column.real;
import static dev.trawl.trial.Column.whole;

import dev.trawl.net.Scores;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that say of a network the same in every table that has rows of networks. */
final class NetworkColumns {

    private NetworkColumns() {}

    /** How it does on training and test rows; null where a row has no scores. */
    static <R> List<Column<R>> scores(Function<R, @Nullable Scores> train, Function<R, @Nullable Scores> test) {
        String same = "the same on test rows";
        String auc = "area under the ROC curve; of two classes, both among the rows";
        return List.of(
                real("train_loss", "nats", "mean cross-entropy without the penalty", part(train, Scores::loss)),
                real("test_loss", "nats", same, part(test, Scores::loss)),
                real("train_auc", "share", auc, part(train, NetworkColumns::auc)),
                real("test_auc", "share", same, part(test, NetworkColumns::auc)),
                real("train_accuracy", "share", "share of rows classified rightly", part(train, Scores::accuracy)),
                real("test_accuracy", "share", same, part(test, Scores::accuracy)));
    }

    /** What is left of it; null where a row has no network. */
    static <R> List<Column<R>> anatomy(Function<R, @Nullable Anatomy> of) {
        return List.of(
                integer("hidden_units", "units", "left in hidden layers", part(of, Anatomy::hiddenUnits)),
                integer("inputs", "inputs", "inputs left", part(of, Anatomy::inputs)),
                whole(
                        "hidden_connections",
                        "connections",
                        "left into hidden layers",
                        part(of, Anatomy::hiddenConnections)),
                whole(
                        "output_connections",
                        "connections",
                        "left into the output",
                        part(of, Anatomy::outputConnections)));
    }

    private static <R, P> Function<R, @Nullable Object> part(
            Function<R, @Nullable P> of, Function<P, @Nullable Object> value) {
        return row -> {
            P part = of.apply(row);
            return part == null ? null : value.apply(part);
        };
    }

    private static @Nullable Object auc(Scores scores) {
        OptionalDouble auc = scores.auc();
        return auc.isPresent() ? auc.getAsDouble() : null;
    }
}
