package dev.trawl.sql;

import static dev.trawl.sql.TableColumns.Entry.INT;
import static dev.trawl.sql.TableColumns.Entry.LONG;
import static dev.trawl.sql.TableColumns.Entry.REAL;
import static dev.trawl.sql.TableColumns.Entry.TEXT;
import static dev.trawl.sql.TableColumns.Entry.entry;
import static dev.trawl.sql.TableColumns.Entry.ofTrials;

import dev.trawl.sql.TableColumns.Entry;
import java.util.List;

/** The columns that {@link Tables} make, those of a cell aside. */
final class MadeColumns {

    private static final Entry STAGE = entry("stage", TEXT, "", "stage of the trials");
    private static final Entry REPEATS = entry("repeats", LONG, "", "repeats (data sets) averaged over");
    private static final Entry AUC_REPEATS = entry("auc_repeats", LONG, "", "those of them with a test AUC");
    private static final Entry INITS =
            entry("inits", LONG, "networks", "initial networks compared, in the repeat with most");
    private static final Entry INITS_LEAST =
            entry("inits_least", LONG, "networks", "the same in the repeat with fewest");

    static final List<Entry> SORTED_MINIMA = List.of(
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

    static final List<Entry> PHASE_TRANSITION = List.of(
            STAGE,
            REPEATS,
            AUC_REPEATS,
            INITS,
            INITS_LEAST,
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

    static final List<Entry> HIDDEN_NODES = List.of(
            STAGE,
            REPEATS,
            AUC_REPEATS,
            INITS,
            INITS_LEAST,
            entry("train_auc", REAL, "share", "train AUC of the init with the best test AUC, mean over repeats"),
            entry("train_auc_std", REAL, "share", "its standard deviation over repeats; null for one"),
            entry("test_auc", REAL, "share", "best test AUC over inits, mean over repeats"),
            entry("test_auc_std", REAL, "share", "its standard deviation over repeats; null for one"),
            entry("train_accuracy", REAL, "share", "that init's train accuracy, mean over repeats"),
            entry("test_accuracy", REAL, "share", "that init's test accuracy, mean over repeats"));

    static final List<Entry> PRUNING = List.of(
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

    static final List<Entry> SORTED_RUNS = List.of(
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

    static final List<Entry> REAL_DATA = List.of(
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

    static final List<Entry> FAILURES = List.of(
            entry("status", TEXT, "", "diverged, failed or killed"),
            entry("stage", TEXT, "", "stage that did not end well"),
            entry("message", TEXT, "", "what went wrong, of trial_id; the others' differ in numbers only"),
            entry("count", LONG, "", "rows of trials that failed alike"),
            entry("cells", LONG, "", "cells that they are of"),
            entry("trial_id", TEXT, "", "an example: the smallest trial_id"));

    private MadeColumns() {}
}
