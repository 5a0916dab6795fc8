package dev.trawl.trial;

import static dev.trawl.trial.Column.integer;
import static dev.trawl.trial.Column.real;
import static dev.trawl.trial.Column.text;
import static dev.trawl.trial.Column.whole;

import dev.trawl.data.Division;
import dev.trawl.trial.Column.Type;
import dev.trawl.trial.StageOutcome.Died;
import dev.trawl.trial.StageOutcome.Finished;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of {@code trials}: the one place that names, types and explains them. */
public final class TrialColumns {

    private static final List<Column<TrialRow>> SETTINGS = List.of(
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
            whole("repeat", "", "draws the data set", row -> row.trial().repeat()),
            whole("seed", "", "draws the initial weights", row -> row.trial().seed()),
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
                    .curves()));

    private static final List<Column<TrialRow>> END = List.of(
            text("status", "ok, diverged, failed or killed", row -> status(row).key()),
            text("message", "what went wrong; empty where status is ok", row -> died(row, Died::message)));

    private static final List<Column<TrialRow>> TRAINING = List.of(
            real(
                    "gradient_norm",
                    "",
                    "2-norm of the penalised full-batch gradient",
                    row -> finished(row, stage -> stage.measures().gradientNorm())),
            integer("epochs", "epochs", "trained in this stage", row -> row.outcome()
                    .epochs()));

    private static final Column<TrialRow> RELEVANT_INPUTS =
            integer("relevant_inputs", "inputs", "of the first k inputs, those left", TrialColumns::relevantInputs);

    private static final List<Column<TrialRow>> CIRCUMSTANCES = List.of(
            real("seconds", "s", "wall time since the trial's row before, or its start", TrialRow::seconds),
            real("flops", "flop", "of the stage's training", row -> row.outcome()
                    .flops()),
            text("kernel", "kernel that computed it", row -> row.provenance().kernel()),
            text("version", "version of Trawl", row -> row.provenance().version()),
            text("jdk", "version of the JVM", row -> row.provenance().jdk()),
            text("host", "host name", row -> row.provenance().host()),
            integer("attempt", "", "0 for the first try of the Spark task", row -> row.provenance()
                    .attempt()),
            new Column<>("finished_at", Type.TIMESTAMP, "UTC", "when the stage ended", TrialRow::finishedAt));

    /** In the order of the files. The key of a row is (trial_id, stage). */
    public static final List<Column<TrialRow>> ALL = Stream.of(
                    SETTINGS,
                    END,
                    NetworkColumns.<TrialRow>scores(
                            row -> finished(row, stage -> stage.measures().train()),
                            row -> finished(row, stage -> stage.measures().test())),
                    TRAINING,
                    NetworkColumns.<TrialRow>anatomy(row -> finished(row, Finished::anatomy)),
                    List.of(RELEVANT_INPUTS),
                    CIRCUMSTANCES)
            .flatMap(List::stream)
            .toList();

    private TrialColumns() {}

    /** The values of {@code row}, in the order of {@link #ALL}. */
    public static Object[] row(TrialRow row) {
        return Column.values(ALL, row);
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

    private static <V> @Nullable V finished(TrialRow row, Function<Finished, V> value) {
        return row.outcome() instanceof Finished stage ? value.apply(stage) : null;
    }

    private static @Nullable Object died(TrialRow row, Function<Died, @Nullable Object> value) {
        return row.outcome() instanceof Died stage ? value.apply(stage) : null;
    }

    private static String times(List<Integer> counts) {
        return counts.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
