package dev.trawl.sql;

import dev.trawl.trial.CurveColumns;
import dev.trawl.trial.TrialColumns;
import java.util.List;
import java.util.stream.Stream;

/** The document of every column that SQL can ask for; {@code columns} is this list as a view. */
public final class TableColumns {

    private static final String TEXT = "STRING";
    private static final String INT = "INT";
    private static final String LONG = "BIGINT";
    private static final String REAL = "DOUBLE";

    private static final List<Entry> CELL = List.of(
            entry("cell", INT, "", "number of the cell: all settings but repeat and seed"),
            ofTrials("data"),
            ofTrials("k"),
            ofTrials("p"),
            ofTrials("n"),
            ofTrials("hidden"),
            ofTrials("h"),
            entry(
                    "settings",
                    TEXT,
                    "",
                    "step if there are several, fold, settings that differ at some n of the same data and k: lr=0.01"));

    private static final Entry STAGE = entry("stage", TEXT, "", "stage of the trials");
    private static final Entry REPEATS = entry("repeats", LONG, "", "repeats (data sets) averaged over");
    private static final Entry AUC_REPEATS = entry("auc_repeats", LONG, "", "those of them with a test AUC");
    private static final Entry INITS =
            entry("inits", LONG, "networks", "initial networks compared, in the repeat with most");

    private static final List<Entry> SORTED_MINIMA = List.of(
            STAGE,
            entry("rank", INT, "", "1 for the lowest train loss of its repeat, ties by seed"),
            REPEATS,
            AUC_REPEATS,
            entry("train_loss", REAL, "nats", "loss at this rank, mean over repeats"),
            entry("train_loss_std", REAL, "nats", "its standard deviation over repeats; null for one"),
            entry("train_loss_min", REAL, "nats", "its smallest over repeats"),
            entry("train_loss_max", REAL, "nats", "its largest over repeats"),
            entry("train_auc", REAL, "share", "train AUC of the networks at this rank, mean over repeats"),
            entry("test_auc", REAL, "share", "their test AUC, mean over repeats"),
            entry("test_auc_std", REAL, "share", "its standard deviation over repeats; null for one"),
            entry("train_accuracy", REAL, "share", "their train accuracy, mean over repeats"),
            entry("test_accuracy", REAL, "share", "their test accuracy, mean over repeats"),
            entry("gradient_norm", REAL, "", "their gradient's norm, mean over repeats; 0 at a minimum"));

    private static final List<Entry> PHASE_TRANSITION = List.of(
            STAGE,
            REPEATS,
            AUC_REPEATS,
            INITS,
            entry("train_loss", REAL, "nats", "of the init with the lowest loss, mean over repeats"),
            entry("train_auc", REAL, "share", "that init's train AUC, mean over repeats"),
            entry("test_auc", REAL, "share", "that init's test AUC, mean over repeats"),
            entry("test_auc_std", REAL, "share", "its standard deviation over repeats; null for one"),
            entry("test_accuracy", REAL, "share", "that init's test accuracy, mean over repeats"),
            entry("crossing_after", INT, "inputs", "last p before test_auc first falls below 0.8 along this curve"),
            entry("crossing_before", INT, "inputs", "first p where it is below: the next one of this curve"),
            entry(
                    "crossing",
                    REAL,
                    "inputs",
                    "the p where it falls through 0.8, by linear interpolation; null where it does not"),
            entry(
                    "crossing_low",
                    REAL,
                    "inputs",
                    "the same of the curve two standard errors below; null where it does not"),
            entry(
                    "crossing_high",
                    REAL,
                    "inputs",
                    "the same of the curve two standard errors above; null where it does not"));

    private static final List<Entry> HIDDEN_NODES = List.of(
            STAGE,
            REPEATS,
            AUC_REPEATS,
            INITS,
            entry("inits_least", LONG, "networks", "the same in the repeat with fewest"),
            entry("train_auc", REAL, "share", "train AUC of the init with the best test AUC, mean over repeats"),
            entry("train_auc_std", REAL, "share", "its standard deviation over repeats; null for one"),
            entry("test_auc", REAL, "share", "best test AUC over inits, mean over repeats"),
            entry("test_auc_std", REAL, "share", "its standard deviation over repeats; null for one"),
            entry("train_accuracy", REAL, "share", "that init's train accuracy, mean over repeats"),
            entry("test_accuracy", REAL, "share", "that init's test accuracy, mean over repeats"));

    private static final List<Entry> PRUNING = List.of(
            STAGE,
            entry("runs", LONG, "networks", "networks that ended well, all repeats and seeds"),
            entry("diverged", LONG, "networks", "networks that diverged in this stage"),
            entry("failed", LONG, "networks", "networks that failed or were killed in it"),
            entry("test_auc_best", REAL, "share", "best test AUC of the runs"),
            entry("test_auc_mean", REAL, "share", "mean over runs"),
            entry("test_auc_std", REAL, "share", "standard deviation over runs; null for one"),
            entry("test_auc_median", REAL, "share", "median over runs"),
            entry("deep_share", REAL, "share", "share of runs with a test AUC of 0.95 or more: in the deep optimum"),
            entry("test_accuracy_best", REAL, "share", "best test accuracy of the runs"),
            entry("test_accuracy_mean", REAL, "share", "mean over runs"),
            entry("test_accuracy_std", REAL, "share", "standard deviation over runs; null for one"),
            entry("hidden_units", REAL, "units", "left in hidden layers, mean over runs"),
            entry("hidden_connections", REAL, "connections", "left into hidden layers, mean over runs"),
            entry("output_connections", REAL, "connections", "left into the output, mean over runs"),
            entry("inputs", REAL, "inputs", "inputs left, mean over runs"),
            entry("relevant_inputs", REAL, "inputs", "of the first k inputs, those left, mean over runs"));

    private static final List<Entry> SORTED_RUNS = List.of(
            STAGE,
            entry(
                    "run",
                    INT,
                    "",
                    "1 for the worst test AUC of the cell and stage, before it those without by accuracy, ties "
                            + "by repeat and seed"),
            ofTrials("train_loss"),
            ofTrials("train_auc"),
            ofTrials("test_auc"),
            ofTrials("train_accuracy"),
            ofTrials("test_accuracy"),
            ofTrials("repeat"),
            ofTrials("seed"),
            entry("trial_id", TEXT, "", "the row of trials"));

    private static final List<Entry> REAL_DATA = List.of(
            ofTrials("data"),
            ofTrials("duplicates"),
            ofTrials("split"),
            entry("features", INT, "inputs", "inputs, categories one-hot (table 2)"),
            entry("observations", INT, "rows", "of training and test part (table 2)"),
            entry(
                    "network",
                    TEXT,
                    "",
                    "step, if it has one network for each split, as of table 3; else hidden=16 lr=0.01"),
            STAGE,
            entry("splits", LONG, "", "divisions into training and test part: repeats"),
            entry("runs", LONG, "networks", "networks trained on whole training parts, over all splits"),
            entry("hidden_connections", REAL, "connections", "into hidden layers, mean"),
            entry("output_connections", REAL, "connections", "into the output, mean"),
            entry("connections", REAL, "connections", "their sum"),
            entry("accuracy_mean", REAL, "share", "test accuracy, mean over splits of the mean over runs"),
            entry("accuracy_std_splits", REAL, "share", "standard deviation of the splits' means; null for one"),
            entry("accuracy_std_runs", REAL, "share", "standard deviation over the runs of a split, mean over splits"),
            entry("accuracy_best", REAL, "share", "best of a split's runs, mean over splits"),
            entry("accuracy_best_split", REAL, "share", "mean over runs of the split that came out best"),
            entry(
                    "accuracy_best_epoch",
                    REAL,
                    "share",
                    "of each run's best epoch at its final size, mean over runs and splits: chosen by test rows,"
                            + " perhaps as the paper did; null without curves"),
            entry("paper_connections", INT, "connections", "of the paper's network; null for other data"),
            entry("paper_accuracy", REAL, "share", "the paper's mean"),
            entry("paper_std", REAL, "share", "the paper's standard deviation"));

    private static final List<Entry> FAILURES = List.of(
            entry("status", TEXT, "", "diverged, failed or killed"),
            entry("stage", TEXT, "", "stage that did not end well"),
            entry("message", TEXT, "", "what went wrong, of trial_id; the others' differ in numbers only"),
            entry("count", LONG, "", "rows of trials that failed alike"),
            entry("cells", LONG, "", "cells that they are of"),
            entry("trial_id", TEXT, "", "an example: the smallest trial_id"));

    private static final List<Entry> RUNS = List.of(
            entry("cell", INT, "", "cell of the trial"),
            ofTrials("stage"),
            ofTrials("repeat"),
            ofTrials("seed"),
            ofTrials("trial_id"),
            ofTrials("train_loss"),
            ofTrials("test_loss"),
            ofTrials("train_auc"),
            ofTrials("test_auc"),
            ofTrials("train_accuracy"),
            ofTrials("test_accuracy"),
            ofTrials("gradient_norm"),
            ofTrials("hidden_units"),
            ofTrials("inputs"),
            ofTrials("hidden_connections"),
            ofTrials("output_connections"),
            ofTrials("relevant_inputs"));

    private static final List<Entry> TRIALS =
            TrialColumns.ALL.stream().map(column -> ofTrials(column.name())).toList();

    private static final List<Entry> CURVES = CurveColumns.ALL.stream()
            .map(column -> entry(column.name(), SparkTypes.type(column.type()).sql(), column.unit(), column.meaning()))
            .toList();

    private static final List<Entry> SETTING =
            List.of(entry("setting", "STRUCT", "", "all settings of the cell, by their names in trials"));

    private static final List<Entry> COLUMNS = List.of(
            entry("table", TEXT, "", "name of the view"),
            entry("name", TEXT, "", "name of the column"),
            entry("type", TEXT, "", "SQL type"),
            entry("unit", TEXT, "", "empty for a name or a pure number"),
            entry("meaning", TEXT, "", "what it says"));

    /** By table, in the order of its columns. */
    public static final List<Entry> ALL = Stream.of(
                    of("trials", TRIALS),
                    of("curves", CURVES),
                    of("settled", join(TRIALS, SETTING)),
                    of("cells", join(CELL, SETTING)),
                    of("runs", RUNS),
                    of("sorted_minima", join(CELL, SORTED_MINIMA)),
                    of("phase_transition", join(CELL, PHASE_TRANSITION)),
                    of("hidden_nodes", join(CELL, HIDDEN_NODES)),
                    of("pruning", join(CELL, PRUNING)),
                    of("sorted_runs", join(CELL, SORTED_RUNS)),
                    of("real_data", REAL_DATA),
                    of("failures", FAILURES),
                    of("columns", COLUMNS))
            .flatMap(entries -> entries)
            .toList();

    public static final List<String> TABLES =
            ALL.stream().map(Entry::table).distinct().toList();

    /** What one column holds; {@code type} is SQL's name, {@code unit} is empty for a name or a pure number. */
    public record Entry(String table, String name, String type, String unit, String meaning) {}

    private TableColumns() {}

    private static List<Entry> join(List<Entry> first, List<Entry> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Stream<Entry> of(String table, List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Entry(table, entry.name(), entry.type(), entry.unit(), entry.meaning()));
    }

    private static Entry entry(String name, String type, String unit, String meaning) {
        return new Entry("", name, type, unit, meaning);
    }

    private static Entry ofTrials(String name) {
        var column = TrialColumns.ALL.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return entry(name, SparkTypes.type(column.type()).sql(), column.unit(), column.meaning());
    }
}
