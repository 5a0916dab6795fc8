package dev.trawl.sql;

import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What each view is for; {@link TableColumns} has their columns. */
public final class TableGuide {

    /** @param row what one row stands for */
    public record Entry(String table, String row, String answers) {}

    /** In the order of {@link TableColumns#ALL}. */
    public static final List<Entry> ALL = List.of(
            entry("trials", "stage of a trial", "what came of every trial, with all its settings"),
            entry("curves", "point of a training curve", "how did loss and AUC go, epoch by epoch?"),
            entry("settled", "stage of a trial", "trials, their settings as one value besides"),
            entry("cells", "cell", "which combinations of settings are there, repeat and seed aside?"),
            entry("runs", "stage that ended well", "trials without failures, each with its cell"),
            entry(
                    "sorted_minima",
                    "cell, stage and rank",
                    "how different are the minima that different initial weights end in?"),
            entry(
                    "phase_transition",
                    "cell and stage",
                    "how does the lowest of the minima generalise as p grows, and where does it cross 0.8?"),
            entry("hidden_nodes", "cell and stage", "do more hidden units help?"),
            entry(
                    "pruning",
                    "cell and stage",
                    "what do pruning and retraining give: best, mean, spread, what is left of the network, how "
                            + "many died"),
            entry("sorted_runs", "run", "the runs in order of test AUC"),
            entry(
                    "real_data",
                    "data set, network and stage",
                    "on real data, which network is the most accurate, and does it depend on the split?"),
            entry("failures", "status, stage and message", "what went wrong, how often, where to look"),
            entry("columns", "column of these tables", "what is its type, its unit, its meaning?"));

    private static final StructType SCHEMA = new StructType()
            .add("table", DataTypes.StringType)
            .add("one row for each", DataTypes.StringType)
            .add("what it answers", DataTypes.StringType);

    private TableGuide() {}

    /** The tables of which {@code isThere} holds. */
    static Table table(Predicate<String> isThere) {
        return new Table(
                "tables",
                SCHEMA,
                ALL.stream()
                        .filter(entry -> isThere.test(entry.table()))
                        .map(entry -> RowFactory.create(entry.table(), entry.row(), entry.answers()))
                        .toList());
    }

    private static Entry entry(String table, String row, String answers) {
        return new Entry(table, row, answers);
    }
}
