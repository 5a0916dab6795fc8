package dev.trawl.sweep;

import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import dev.trawl.trial.Phases;
import dev.trawl.trial.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of a sweep file's {@code defaults} and grids: the one place that names, bounds and explains them. */
public final class Settings {

    private static final String REQUIRED = "";

    static final Setting<String> STEP = new Setting<>(
            "step", new NameForm(), "\"\"", "the step of the sweep that the grid belongs to, or any name for its rows");
    static final Setting<DataChoice> DATA =
            new Setting<>("data", new DataForm(), REQUIRED, "the data set; xor is the k-D XOR in p dimensions");
    static final Setting<Integer> K =
            new Setting<>("k", WholeForm.atLeast(1), REQUIRED, "inputs that the label depends on");
    static final Setting<Integer> P = new Setting<>("p", WholeForm.atLeast(1), REQUIRED, "inputs, at least k");
    static final Setting<Integer> N = new Setting<>("n", WholeForm.atLeast(1), REQUIRED, "training rows");
    static final Setting<Integer> TEST = new Setting<>("test", WholeForm.atLeast(1), "3000", "test rows");
    static final Setting<String> DUPLICATES = new Setting<>(
            "duplicates",
            new WordForm<>(List.of("keep", "drop"), word -> word),
            "\"keep\"",
            "of a real data set, what becomes of equal rows: drop leaves one of them");
    static final Setting<String> SPLIT = new Setting<>(
            "split",
            new WordForm<>(List.of("stratified", "plain"), word -> word),
            "\"stratified\"",
            "of a real data set, whether each class is divided alike");
    static final Setting<Integer> FOLD = new Setting<>(
            "fold",
            new WholeForm(1, "none"),
            "\"none\"",
            "of a real data set's training part, the fold that is held out and tested on");
    static final Setting<Integer> FOLDS =
            new Setting<>("folds", WholeForm.atLeast(2), "5", "of a real data set's training part");
    static final Setting<List<Integer>> HIDDEN = new Setting<>(
            "hidden",
            new LayersForm(false),
            REQUIRED,
            "units of each hidden layer: 2048, or \"512x64\" for two layers");
    static final Setting<Double> LR = new Setting<>("lr", new RealForm(false), "0.001", "Adam's learning rate");
    static final Setting<Double> L2 = new Setting<>("l2", new RealForm(true), "0", "coefficient of the L2 penalty");
    static final Setting<Optional<Double>> L2_INPUT = new Setting<>(
            "l2_input",
            new OptionalForm<>(new RealForm(true), "l2"),
            "\"l2\"",
            "the same in the phase that prunes inputs; few connections may want less of it");
    static final Setting<Integer> BATCH =
            new Setting<>("batch", new WholeForm(1, "full"), "\"full\"", "rows a step, at most n");
    static final Setting<Integer> EPOCHS_DENSE =
            new Setting<>("epochs.dense", WholeForm.atLeast(0), REQUIRED, "epochs of training before any pruning");
    static final Setting<Integer> EPOCHS_HIDDEN =
            new Setting<>("epochs.hidden", WholeForm.atLeast(0), "0", "epochs of the phase that prunes hidden layers");
    static final Setting<Integer> EPOCHS_INPUT =
            new Setting<>("epochs.input", WholeForm.atLeast(0), "0", "epochs of the phase that prunes inputs");
    static final Setting<List<Stage>> STAGES =
            new Setting<>("stages", new StagesForm(), "[\"dense\"]", "a result row each");
    static final Setting<List<Integer>> KEEP_HIDDEN = new Setting<>(
            "keep.hidden",
            new LayersForm(true),
            "0",
            "connections (or units) left above each hidden layer: 16, or \"64x16\"; with one layer, column"
                    + " output_connections");
    static final Setting<Integer> KEEP_INPUT = new Setting<>(
            "keep.input",
            WholeForm.atLeast(0),
            "0",
            "connections left into the first hidden layer, 0 for no pruning; with one layer, column"
                    + " hidden_connections");
    static final Setting<Double> MU =
            new Setting<>("mu", new RealForm(true), "20", "annealing rate of the pruning schedule");
    static final Setting<Normalise> NORMALISE = new Setting<>(
            "normalise",
            new WordForm<>(List.of(Normalise.IN_PLACE, Normalise.RANKING), Normalise::key),
            "\"in_place\"",
            "whether normalising changes the weights, or only their ranking");
    static final Setting<Phases> PHASES = new Setting<>(
            "phases",
            new WordForm<>(List.of(Phases.values()), Phases::key),
            "\"hidden_first\"",
            "which connections are pruned first");
    static final Setting<Granularity> PRUNE = new Setting<>(
            "prune",
            new WordForm<>(List.of(Granularity.values()), Granularity::key),
            "\"connections\"",
            "what the hidden phase removes");
    static final Setting<Integer> CURVES = new Setting<>(
            "curves", WholeForm.atLeast(0), "0", "epochs between points of the training curve; 0 for no curve");
    static final Setting<Numbers> REPEAT = new Setting<>("repeat", new NumbersForm(), "1", "draws the data set");
    static final Setting<Numbers> SEED =
            new Setting<>("seed", new NumbersForm(), "1", "draws the initial weights, in each repeat anew");

    /** In the order of the resolved file; where costs tie, the last of several values turns fastest. */
    public static final List<Setting<?>> ALL = List.of(
            STEP,
            DATA,
            K,
            P,
            N,
            TEST,
            DUPLICATES,
            SPLIT,
            FOLD,
            FOLDS,
            HIDDEN,
            LR,
            L2,
            L2_INPUT,
            BATCH,
            EPOCHS_DENSE,
            EPOCHS_HIDDEN,
            EPOCHS_INPUT,
            STAGES,
            KEEP_HIDDEN,
            KEEP_INPUT,
            MU,
            NORMALISE,
            PHASES,
            PRUNE,
            CURVES,
            REPEAT,
            SEED);

    static final List<Setting<?>> OF_XOR = List.of(K, P, N, TEST);
    static final List<Setting<?>> OF_REAL_DATA = List.of(DUPLICATES, SPLIT, FOLD, FOLDS);

    private Settings() {}

    /** The settings that only other kinds of data have. */
    static Set<Setting<?>> foreignTo(DataChoice kind) {
        Set<Setting<?>> foreign = new HashSet<>(OF_XOR);
        foreign.addAll(OF_REAL_DATA);
        kind.own().forEach(foreign::remove);
        return foreign;
    }

    static List<String> names() {
        return ALL.stream().map(Setting::name).toList();
    }

    /** The keys that a grid itself may have: {@code epochs}, and not what is in it. */
    static List<String> roots() {
        return ALL.stream().map(Setting::root).distinct().toList();
    }

    /** The settings inside an object; empty where {@code root} is no object. */
    static List<Setting<?>> inside(String root) {
        return ALL.stream()
                .filter(setting -> setting.nested() && setting.root().equals(root))
                .toList();
    }

    static Optional<Setting<?>> named(String name) {
        for (Setting<?> setting : ALL) {
            if (setting.name().equals(name)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
