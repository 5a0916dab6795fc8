package dev.trawl.report;

import static dev.trawl.report.Html.text;

import dev.trawl.job.Quantity;
import dev.trawl.store.StoredPlan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The head of the page: what ran, how long it took, what failed and what is missing.
 *
 * @param later steps of a study that are still to come, by name
 */
record Summary(Optional<Sweep> sweep, List<String> later, Row row) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Summary of(Optional<StoredPlan> plan, Row row) {
        return new Summary(
                plan.flatMap(Summary::sweep), plan.map(StoredPlan::later).orElse(List.of()), row);
    }

    String name() {
        return sweep.map(Sweep::name).orElse("A sweep");
    }

    String about() {
        return sweep.map(Sweep::about).orElse("");
    }

    String html() {
        long trials = number("trials");
        long failed = number("failed_trials");
        var html = new StringBuilder();
        long planned = sweep.map(Sweep::trials).orElse(trials);
        if (trials == 0) {
            html.append("<p class=\"warning\">No trial has ended yet: there is nothing to show. ")
                    .append(planned > 0 ? "The plan has " + Quantity.count(planned) + ". " : "")
                    .append("Running the command below goes on.</p>\n");
        } else if (planned > trials) {
            html.append("<p class=\"warning\">")
                    .append(Quantity.count(planned - trials))
                    .append(" of ")
                    .append(Quantity.count(planned))
                    .append(" planned trials are missing: the sweep has not ended. All figures show what there is; "
                            + "running the command below goes on.</p>\n");
        }
        if (!later.isEmpty()) {
            html.append("<p class=\"warning\">The study has not ended: its own file goes on with ")
                    .append(text(String.join(", ", later)))
                    .append(".</p>\n");
        }
        if (failed > 0) {
            html.append("<p class=\"warning\">")
                    .append(Quantity.count(failed))
                    .append(failed == 1 ? " trial" : " trials")
                    .append(" did not end well. Their stages that failed are left out of all figures and listed under "
                            + "<a href=\"#failures\">Failures</a>; those before them count.</p>\n");
        }
        html.append("<dl class=\"facts\">\n");
        fact(
                html,
                "trials",
                planned > trials ? Quantity.count(trials) + " of " + Quantity.count(planned) : Quantity.count(trials));
        fact(html, "result rows", Quantity.count(number("stages")));
        fact(html, "failed or diverged rows", Quantity.count(number("failed")));
        fact(html, "core-hours", Quantity.significant(row.<Double>getAs("core_hours")));
        fact(html, "training", Quantity.flops(row.<Double>getAs("flops")));
        score(html);
        if (row.getAs("first_row") instanceof Timestamp first && row.getAs("last_row") instanceof Timestamp last) {
            fact(html, "first result (UTC)", MINUTES.format(first.toInstant()));
            fact(html, "last result (UTC)", MINUTES.format(last.toInstant()));
            fact(
                    html,
                    "between them",
                    Quantity.about(Duration.between(first.toInstant(), last.toInstant())
                                    .toMillis()
                            / 1e3));
        }
        fact(html, "hosts", Quantity.count(number("hosts")));
        fact(html, "kernel", Question.text(row, "kernels"));
        fact(html, "Trawl, Java", Question.text(row, "versions") + ", " + Question.text(row, "jdks"));
        return html.append("</dl>\n").toString();
    }

    /** Accuracy only where there is no AUC: with more than two classes. */
    private void score(StringBuilder html) {
        if (row.getAs("best_test_auc") instanceof Double auc) {
            fact(html, "best test AUC", String.format(Locale.ROOT, "%.4f", auc));
        } else if (row.getAs("best_test_accuracy") instanceof Double accuracy) {
            fact(html, "best test accuracy", String.format(Locale.ROOT, "%.4f", accuracy));
        }
    }

    private static void fact(StringBuilder html, String name, String value) {
        if (!value.isEmpty()) {
            html.append("<div><dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(text(value))
                    .append("</dd></div>\n");
        }
    }

    private long number(String column) {
        return row.<Long>getAs(column);
    }

    /** Empty for the plan of another version, which this one may not be able to read. */
    private static Optional<Sweep> sweep(StoredPlan plan) {
        try {
            return Optional.of(SweepFile.read("plan.json", plan.sweep(), List.of()));
        } catch (SweepFileException e) {
            return Optional.empty();
        }
    }
}
