package dev.trawl.sql;

import static dev.trawl.sql.TableColumns.Entry.INT;
import static dev.trawl.sql.TableColumns.Entry.TEXT;
import static dev.trawl.sql.TableColumns.Entry.entry;
import static dev.trawl.sql.TableColumns.Entry.ofTrials;

import dev.trawl.trial.CurveColumns;
import dev.trawl.trial.TrialColumns;
import java.util.List;
import java.util.stream.Stream;

/** The document of every column that SQL can ask for; {@code columns} is this list as a view. */
public final class TableColumns {

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
                    of("sorted_minima", join(CELL, MadeColumns.SORTED_MINIMA)),
                    of("phase_transition", join(CELL, MadeColumns.PHASE_TRANSITION)),
                    of("hidden_nodes", join(CELL, MadeColumns.HIDDEN_NODES)),
                    of("pruning", join(CELL, MadeColumns.PRUNING)),
                    of("sorted_runs", join(CELL, MadeColumns.SORTED_RUNS)),
                    of("real_data", MadeColumns.REAL_DATA),
                    of("failures", MadeColumns.FAILURES),
                    of("columns", COLUMNS))
            .flatMap(entries -> entries)
            .toList();

    public static final List<String> TABLES =
            ALL.stream().map(Entry::table).distinct().toList();

    /** What one column holds; {@code type} is SQL's name, {@code unit} is empty for a name or a pure number. */
    public record Entry(String table, String name, String type, String unit, String meaning) {

        static final String TEXT = "STRING";
        static final String INT = "INT";
        static final String LONG = "BIGINT";
        static final String REAL = "DOUBLE";

        /** A column of a table that is still to be named. */
        static Entry entry(String name, String type, String unit, String meaning) {
            return new Entry("", name, type, unit, meaning);
        }

        /** One that says what the column of {@code trials} says. */
        static Entry ofTrials(String name) {
            var column = TrialColumns.ALL.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            return entry(name, SparkTypes.type(column.type()).sql(), column.unit(), column.meaning());
        }
    }

    private TableColumns() {}

    private static List<Entry> join(List<Entry> first, List<Entry> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Stream<Entry> of(String table, List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Entry(table, entry.name(), entry.type(), entry.unit(), entry.meaning()));
    }
}
