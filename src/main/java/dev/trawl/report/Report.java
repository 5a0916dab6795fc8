package dev.trawl.report;

import static dev.trawl.report.Html.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trawl.spark.Sessions;
import dev.trawl.sql.MadeTables;
import dev.trawl.sql.Table;
import dev.trawl.sql.Tables;
import dev.trawl.sql.TextResource;
import dev.trawl.sql.TwoAtOnce;
import dev.trawl.store.MadeOf;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoredPlan;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** The report of a result directory: one HTML file that needs nothing beside it. */
public final class Report {

    private static final int TABLE_ROWS = 300;
    private static final int COMPARED_ROWS = 100;
    private static final int ROWS_TO_OPEN = 20;

    private Report() {}

    /**
     * Makes {@code dir/report/index.html} of whatever rows {@code dir} holds. Tables that were made of other rows,
     * whose cells would be other ones, are not read.
     *
     * @param begun told the name of each of {@link Figure#NAMES} as it is begun, from several threads
     * @return the page's address
     */
    public static String write(SparkSession spark, String dir, Consumer<String> begun) {
        var store = ResultStore.at(dir, spark.sparkContext().hadoopConfiguration());
        var rows = store.rows();
        return write(session(spark, store), store, rows, begun);
    }

    /** The same of the tables of {@code dir} that were just made; their session has some views more after it. */
    public static String write(MadeTables made, String dir, Consumer<String> begun) {
        var store = ResultStore.at(dir, made.session().sparkContext().hadoopConfiguration());
        return write(made.session(), store, made.rows(), begun);
    }

    private static String write(SparkSession session, ResultStore store, MadeOf rows, Consumer<String> begun) {
        registerViews(session);
        return store.writeReport(page(session, store.plan(), store.directory(), begun), rows);
    }

    /** A session with all views of the results; they are no concern of the caller's session. */
    static SparkSession session(SparkSession spark, ResultStore store) {
        var session = Sessions.beside(spark);
        if (Tables.areCurrent(store)) {
            Tables.holdMade(session, store.address());
        } else {
            Tables.hold(session, store.address());
        }
        return session;
    }

    /** What the figures ask besides. Answers rather than queries: each figure asks them, and they are small. */
    static void registerViews(SparkSession spark) {
        for (String name : List.of("named", "traced", "drawn")) {
            var answer = spark.sql(Question.sql(name));
            spark.createDataFrame(answer.collectAsList(), answer.schema()).createOrReplaceTempView(name);
        }
    }

    private static String page(
            SparkSession spark, Optional<StoredPlan> plan, String directory, Consumer<String> begun) {
        var summary = Summary.of(plan, spark.sql(Question.sql("summary")).first());
        var figures = TwoAtOnce.map(Figure.NAMES, name -> {
            begun.accept(name);
            return Figure.ask(spark, name);
        });
        // A part of many charts or curves is seldom what a sweep is about: it comes after what is shown whole.
        var shown = figures.stream()
                .filter(Figure::isShown)
                .sorted(Comparator.comparing(Figure::isCut))
                .toList();
        var drawn = shown.stream().filter(figure -> !figure.isEmpty()).toList();
        var tables = TwoAtOnce.map(Tables.NAMES, name -> Table.head(name, spark.table(name), TABLE_ROWS));
        var comparisons = TwoAtOnce.map(
                List.of("compared_xor", "compared_real"), name -> Question.ask(spark, name, COMPARED_ROWS));
        var beside = compared(comparisons.get(0), comparisons.get(1));

        var parts = new LinkedHashMap<String, String>();
        parts.put("name", text(summary.name()));
        parts.put("about", text(summary.about()));
        parts.put("words", TextResource.read("/report/words.html"));
        parts.put("style", TextResource.read("/report/page.css"));
        parts.put("summary", summary.html());
        parts.put("contents", contents(shown, beside));
        parts.put("figures", shown.stream().map(Figure::html).collect(Collectors.joining()));
        parts.put("not_drawn", notDrawn(figures));
        parts.put("compared", beside);
        parts.put("failures", failures(named("failures", tables)));
        parts.put(
                "tables",
                tables.stream()
                        .map(table -> folded(table, drawn.isEmpty() && table.count() <= ROWS_TO_OPEN))
                        .collect(Collectors.joining()));
        parts.put("again", AgainSection.html(summary.name(), plan, directory));
        parts.put("notices", text(TextResource.read("/report/notices.txt")));
        parts.put("data", Html.json(json(drawn)));
        parts.put("vega", drawn.isEmpty() ? "" : Scripts.vega());
        parts.put("script", Scripts.own());
        return Html.fill(TextResource.read("/report/page.html"), parts);
    }

    private static Table named(String name, List<Table> tables) {
        return tables.get(Tables.NAMES.indexOf(name));
    }

    private static String contents(List<Figure> shown, String compared) {
        var html = new StringBuilder(compared.isEmpty() ? "" : "<a href=\"#compared\">Beside the paper</a>\n");
        for (Figure figure : shown) {
            html.append("<a href=\"#" + figure.name() + "\">" + text(figure.about("title")) + "</a>\n");
        }
        return html.toString();
    }

    private static String notDrawn(List<Figure> figures) {
        var missing = figures.stream().filter(figure -> !figure.isShown()).toList();
        if (missing.isEmpty()) {
            return "";
        }
        return missing.stream()
                .map(figure ->
                        "<li>" + text(figure.about("title")) + ": needs " + text(figure.about("needs")) + "</li>\n")
                .collect(Collectors.joining(
                        "", "<section id=\"not-drawn\">\n<h2>Not in this sweep</h2>\n<ul>\n", "</ul>\n</section>\n"));
    }

    private static String compared(Table xor, Table real) {
        if (xor.rows().isEmpty() && real.rows().isEmpty()) {
            return "";
        }
        return "<section id=\"compared\">\n<h2>Beside the paper</h2>\n"
                + beside(
                        "Its table 1. Ours is the best test AUC, as there: of so many runs of so many cells as "
                                + "the last columns "
                                + "say. Mean, std, share and runs are those of the cell that has it.",
                        xor,
                        "The paper's table 1 and ours")
                + beside(
                        "Its table 3: test accuracy, the mean over splits of the mean over retrainings.",
                        real,
                        "The paper's table 3 and ours")
                + "</section>\n";
    }

    private static String beside(String caption, Table table, String label) {
        return table.rows().isEmpty()
                ? ""
                : "<p class=\"caption\">" + text(caption) + "</p>\n" + HtmlTable.of(table, label, COMPARED_ROWS);
    }

    private static String failures(Table failures) {
        return failures.rows().isEmpty()
                ? "<p>None: every stage of every trial that ran ended well.</p>\n"
                : HtmlTable.of(failures, "What failed", TABLE_ROWS);
    }

    private static String folded(Table table, boolean open) {
        if (table.name().equals("failures") || table.rows().isEmpty()) {
            return "";
        }
        return "<details" + (open ? " open" : "") + "><summary><code>" + table.name() + "</code> <span class=\"note\">"
                + table.count()
                + (table.count() == 1 ? " row" : " rows") + "</span></summary>\n"
                + HtmlTable.of(table, "Table " + table.name(), TABLE_ROWS)
                + "</details>\n";
    }

    private static String json(List<Figure> drawn) {
        var node = new ObjectMapper().createObjectNode();
        drawn.forEach(figure -> node.set(figure.name(), figure.json()));
        return node.toString();
    }
}
