package dev.trawl.trial;

import dev.trawl.data.Division;
import dev.trawl.trial.Column.Type;
import dev.trawl.trial.StageOutcome.Died;
import dev.trawl.trial.StageOutcome.Finished;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of {@code trials}: the one place that names, types and explains them. */
public final class TrialColumns {

    /** In the order of the files. The key of a row is (trial_id, stage). */
    public static final List<Column> ALL = List.of(
            text("trial_id", "hash of the trial's whole description", row -> row.trial()
                    .id()),
            text("stage", "stage of the trial: dense, cpna_hidden, ...", row -> row.outcome()
                    .stage()
                    .key()),
            text("sweep", "name of the sweep that ran it", row -> row.provenance()
                    .sweep()),
            text("step", "step of the sweep; empty where it has none", row -> row.provenance()
                    .step()),
            text("data", "data set", row -> row.trial().data().name()),
            integer("k", "inputs", "inputs that the label depends on", TrialColumns::k),
            integer("p", "inputs", "inputs", row -> row.trial().data().inputs()),
            integer("n", "rows", "training rows", row -> row.trial().data().trainRows()),
            integer("test", "rows", "test rows", row -> row.trial().data().testRows()),
            text(
                    "duplicates",
                    "keep, or drop: one of equal rows; real data only",
                    row -> divided(row, Division::duplicatesKey)),
            text("split", "stratified or plain; real data only", row -> divided(row, Division::splitKey)),
            integer(
                    "fold",
                    "",
                    "fold held out of the training part; 0 for the test part",
                    row -> divided(row, Division::fold)),
            integer("folds", "", "folds of the training part", row -> divided(row, Division::folds)),
            text(
                    "hidden",
                    "units of each hidden layer at the start: 2048, or 512x64",
                    row -> times(row.trial().hidden())),
            integer("h", "units", "units of all hidden layers at the start", TrialColumns::h),
            number("repeat", "draws the data set", row -> row.trial().repeat()),
            number("seed", "draws the initial weights", row -> row.trial().seed()),
            real("lr", "", "Adam's learning rate", row -> row.trial().learningRate()),
            real("l2", "", "coefficient of the L2 penalty", row -> row.trial().l2()),
            real("l2_input", "", "the same in the phase that prunes inputs", row -> row.trial()
                    .l2OfInputPhase()),
            integer("batch", "rows", "rows a step; 0 for full batch", row -> row.trial()
                    .batch()),
            integer("epochs_dense", "epochs", "of the dense stage", row -> row.trial()
                    .epochs()
                    .dense()),
            integer("epochs_hidden", "epochs", "of the hidden phase", row -> row.trial()
                    .epochs()
                    .hidden()),
            integer("epochs_input", "epochs", "of the input phase", row -> row.trial()
                    .epochs()
                    .input()),
            text(
                    "keep_hidden",
                    "target of the hidden phase, a number a layer",
                    row -> times(row.trial().keep().hidden())),
            integer("keep_input", "connections", "target of the input phase", row -> row.trial()
                    .keep()
                    .input()),
            real("mu", "", "annealing rate of the schedule", row -> row.trial().mu()),
            text("normalise", "in_place or ranking", row -> row.trial()
                    .normalise()
                    .key()),
            text("phases", "hidden_first, input_first or together", row -> row.trial()
                    .phases()
                    .key()),
            text("prune", "connections or units", row -> row.trial().prune().key()),
            integer("curves", "epochs", "between points of the training curve; 0 for none", row -> row.trial()
                    .curves()),
            text("status", "ok, diverged, failed or killed", row -> status(row).key()),
            text("message", "what went wrong; empty where status is ok", row -> died(row, Died::message)),
            measure("train_loss", "nats", "mean cross-entropy without the penalty", Measures::trainLoss),
            measure("test_loss", "nats", "the same on test rows", Measures::testLoss),
            measure(
                    "train_auc",
                    "share",
                    "area under the ROC curve; of two classes, both among the rows",
                    m -> auc(m.trainAuc())),
            measure("test_auc", "share", "the same on test rows", m -> auc(m.testAuc())),
            measure("train_accuracy", "share", "share of rows classified rightly", Measures::trainAccuracy),
            measure("test_accuracy", "share", "the same on test rows", Measures::testAccuracy),
            measure("gradient_norm", "", "2-norm of the penalised full-batch gradient", Measures::gradientNorm),
            integer("epochs", "epochs", "trained in this stage", row -> row.outcome()
                    .epochs()),
            anatomy("hidden_units", Type.INT, "units", "left in hidden layers", Anatomy::hiddenUnits),
            anatomy("inputs", Type.INT, "inputs", "inputs left", Anatomy::inputs),
            anatomy(
                    "hidden_connections",
                    Type.LONG,
                    "connections",
                    "left into hidden layers",
                    Anatomy::hiddenConnections),
            anatomy("output_connections", Type.LONG, "connections", "left into the output", Anatomy::outputConnections),
            integer("relevant_inputs", "inputs", "of the first k inputs, those left", TrialColumns::relevantInputs),
            real("seconds", "s", "wall time of the stage", TrialRow::seconds),
            real("flops", "flop", "of the stage's training", row -> row.outcome()
                    .flops()),
            text("kernel", "kernel that computed it", row -> row.provenance().kernel()),
            text("version", "version of Trawl", row -> row.provenance().version()),
            text("jdk", "version of the JVM", row -> row.provenance().jdk()),
            text("host", "host name", row -> row.provenance().host()),
            integer("attempt", "", "0 for the first try of the Spark task", row -> row.provenance()
                    .attempt()),
            new Column("finished_at", Type.TIMESTAMP, "UTC", "when the stage ended", TrialRow::finishedAt));

    private TrialColumns() {}

    /** The values of {@code row}, in the order of {@link #ALL}. */
    public static Object[] row(TrialRow row) {
        Object[] values = new Object[ALL.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ALL.get(i).value().apply(row);
        }
        return values;
    }

    /** Where {@code name} stands in a row. */
    public static int index(String name) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private static Column text(String name, String meaning, Function<TrialRow, @Nullable Object> value) {
        return new Column(name, Type.TEXT, "", meaning, value);
    }

    private static Column integer(
            String name, String unit, String meaning, Function<TrialRow, @Nullable Object> value) {
        return new Column(name, Type.INT, unit, meaning, value);
    }

    private static Column number(String name, String meaning, Function<TrialRow, @Nullable Object> value) {
        return new Column(name, Type.LONG, "", meaning, value);
    }

    private static Column real(String name, String unit, String meaning, Function<TrialRow, @Nullable Object> value) {
        return new Column(name, Type.DOUBLE, unit, meaning, value);
    }

    private static Column measure(
            String name, String unit, String meaning, Function<Measures, @Nullable Object> value) {
        return real(name, unit, meaning, row -> finished(row, stage -> value.apply(stage.measures())));
    }

    private static Column anatomy(
            String name, Type type, String unit, String meaning, Function<Anatomy, @Nullable Object> value) {
        return new Column(name, type, unit, meaning, row -> finished(row, stage -> value.apply(stage.anatomy())));
    }

    private static @Nullable Object k(TrialRow row) {
        var k = row.trial().data().relevantInputs();
        return k.isPresent() ? k.getAsInt() : null;
    }

    private static @Nullable Object divided(TrialRow row, Function<Division, Object> value) {
        return row.trial().data().dividedBy().map(value).orElse(null);
    }

    private static int h(TrialRow row) {
        return row.trial().hidden().stream().mapToInt(Integer::intValue).sum();
    }

    private static @Nullable Object relevantInputs(TrialRow row) {
        return k(row) == null ? null : finished(row, stage -> stage.anatomy().relevantInputs());
    }

    private static Status status(TrialRow row) {
        return row.outcome() instanceof Died died ? died.status() : Status.OK;
    }

    private static @Nullable Object finished(TrialRow row, Function<Finished, @Nullable Object> value) {
        return row.outcome() instanceof Finished stage ? value.apply(stage) : null;
    }

    private static @Nullable Object died(TrialRow row, Function<Died, @Nullable Object> value) {
        return row.outcome() instanceof Died stage ? value.apply(stage) : null;
    }

    private static @Nullable Object auc(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String times(List<Integer> counts) {
        return counts.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
