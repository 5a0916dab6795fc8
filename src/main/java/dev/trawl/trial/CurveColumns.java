package dev.trawl.trial;

import dev.trawl.trial.Column.Type;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code curves}. */
public final class CurveColumns {

    /**
     * One column.
     *
     * @param value of a point, boxed as {@code type} says; null where the point has none
     */
    public record CurveColumn(
            String name, Type type, String unit, String meaning, Function<CurvePoint, @Nullable Object> value) {}

    /** In the order of the files. The key of a point is (trial_id, stage, epoch). */
    public static final List<CurveColumn> ALL = List.of(
            // Filled in by row(): a point does not know its trial.
            new CurveColumn("trial_id", Type.TEXT, "", "as in trials", point -> null),
            new CurveColumn("stage", Type.TEXT, "", "as in trials", point -> point.stage()
                    .key()),
            new CurveColumn("epoch", Type.INT, "epochs", "counted from the trial's start", CurvePoint::epoch),
            measure("train_loss", "nats", "mean cross-entropy without the penalty", point -> point.train()
                    .loss()),
            measure("test_loss", "nats", "the same on test rows", point -> point.test()
                    .loss()),
            measure(
                    "train_auc",
                    "share",
                    "area under the ROC curve; of two classes, both among the rows",
                    point -> auc(point.train().auc())),
            measure(
                    "test_auc",
                    "share",
                    "the same on test rows",
                    point -> auc(point.test().auc())),
            measure("train_accuracy", "share", "share of rows classified rightly", point -> point.train()
                    .accuracy()),
            measure("test_accuracy", "share", "the same on test rows", point -> point.test()
                    .accuracy()),
            anatomy("hidden_units", Type.INT, "units", "left in hidden layers", Anatomy::hiddenUnits),
            anatomy("inputs", Type.INT, "inputs", "inputs left", Anatomy::inputs),
            anatomy(
                    "hidden_connections",
                    Type.LONG,
                    "connections",
                    "left into hidden layers",
                    Anatomy::hiddenConnections),
            anatomy(
                    "output_connections",
                    Type.LONG,
                    "connections",
                    "left into the output",
                    Anatomy::outputConnections));

    private CurveColumns() {}

    static Object[] row(String trialId, CurvePoint point) {
        Object[] row = new Object[ALL.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = ALL.get(i).value().apply(point);
        }
        row[0] = trialId;
        return row;
    }

    private static CurveColumn measure(
            String name, String unit, String meaning, Function<CurvePoint, @Nullable Object> value) {
        return new CurveColumn(name, Type.DOUBLE, unit, meaning, value);
    }

    private static CurveColumn anatomy(
            String name, Type type, String unit, String meaning, Function<Anatomy, @Nullable Object> value) {
        return new CurveColumn(name, type, unit, meaning, point -> value.apply(point.anatomy()));
    }

    private static @Nullable Object auc(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
