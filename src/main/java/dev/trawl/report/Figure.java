package dev.trawl.report;

import static dev.trawl.report.Html.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trawl.job.Quantity;
import dev.trawl.sql.JsonValues;
import dev.trawl.sql.Table;
import dev.trawl.sql.TextResource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One figure: a Vega-Lite file, the query for its data, and the claims of the paper that its data decide. The query's
 * columns {@code panel} and {@code series} tell the charts of a figure apart, and the curves of a chart; {@code metric}
 * says what a score is.
 *
 * @param spec as in the file, with holes where it names the score
 * @param metric what fills them where the figure is named: {@code AUC or accuracy} where its charts differ
 */
public record Figure(String name, ObjectNode spec, String metric, Table data, Table claims) {

    /** In the order of the page. */
    public static final List<String> NAMES = List.of(
            "sorted_minima",
            "sorted_minima_auc",
            "phase_transition",
            "hidden_nodes",
            "pruning",
            "sorted_runs",
            "curves_loss",
            "curves_auc");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_ROWS = 20_000;
    /** Digits are not what a figure shows; the tables have all of them. */
    private static final MathContext SIX_DIGITS = new MathContext(6);

    static Figure ask(SparkSession spark, String name) {
        try {
            var spec = (ObjectNode) MAPPER.readTree(TextResource.read("/report/figures/" + name + ".vl.json"));
            var data = Charts.rows(spark.sql(Question.sql("figures/" + name)), name, MOST_ROWS);
            // An empty figure is named after what it would draw.
            var scored = data.rows().isEmpty() ? spark.table("named").collectAsList() : data.rows();
            boolean claims = Figure.class.getResource("/report/figures/" + name + ".claims.sql") != null;
            return new Figure(
                    name,
                    spec,
                    Metric.of(scored),
                    data,
                    claims
                            ? Claims.lines(spark.sql(Question.sql("figures/" + name + ".claims")), name)
                            : new Table(name, data.schema(), List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figure " + name + " is no JSON", e);
        }
    }

    /** Whether the results lack what it needs. */
    public boolean isEmpty() {
        return data.rows().isEmpty();
    }

    /** Whether there is anything of it to show: claims are decided without a picture too. */
    boolean isShown() {
        return !isEmpty() || !claims.rows().isEmpty();
    }

    /** Whether the page shows a part of it only. */
    boolean isCut() {
        return charts().areCut();
    }

    private Charts charts() {
        return Charts.of(data);
    }

    /** What its Vega-Lite file says of the figure: title, caption, paper (which figure it is there), needs. */
    public String about(String key) {
        return Metric.fill(spec, metric).path("usermeta").path(key).asText();
    }

    /** The figure's section of the page; its charts are drawn by the page's script from {@link #json}. */
    String html() {
        var charts = charts();
        var html = new StringBuilder("<section class=\"figure\" id=\"" + name + "\">\n<h2>" + text(about("title"))
                + " <span class=\"source\">" + text(about("paper")) + "</span></h2>\n<p class=\"caption\">"
                + text(isEmpty() ? "No picture: it needs " + about("needs") + "." : about("caption"))
                + "</p>\n<div class=\"panels\">\n");
        int index = 0;
        for (String panel : charts.panels().keySet()) {
            html.append("<figure><figcaption>")
                    .append(text(panel))
                    .append("</figcaption><div class=\"chart\" data-figure=\"")
                    .append(name)
                    .append("\" data-panel=\"")
                    .append(index++)
                    .append("\"></div></figure>\n");
        }
        html.append("</div>\n");
        if (charts.areCut()) {
            html.append(note(String.join(" ", charts.notes()) + " The tables have everything."));
        }
        if (data.count() > data.rows().size()) {
            html.append(
                    note("Drawn from the first " + Quantity.count(data.rows().size()) + " of "
                            + Quantity.count(data.count())
                            + " points: the last chart lacks some, and others may be missing; the "
                            + "tables have everything."));
        }
        return html.append(Claims.html(claims, about("title")))
                .append("</section>\n")
                .toString();
    }

    private static String note(String text) {
        return "<p class=\"note\">" + text(text) + "</p>\n";
    }

    /** For the page's script: each panel's Vega-Lite file and rows. */
    ArrayNode json() {
        var panels = MAPPER.createArrayNode();
        charts().panels().forEach((panel, rows) -> {
            var drawn = Metric.fill(spec, Metric.of(rows));
            var chart = panels.addObject();
            chart.set("spec", drawn.put("description", drawn.path("description").asText() + ": " + panel));
            ArrayNode values = chart.putArray("rows");
            rows.forEach(row -> values.add(rounded(row)));
        });
        return panels;
    }

    private ObjectNode rounded(Row row) {
        var json = JsonValues.object(data.schema(), row);
        json.remove(List.of("panel", Metric.COLUMN));
        json.properties().forEach(field -> {
            if (field.getValue().isDouble()) {
                double value = field.getValue().asDouble();
                json.put(field.getKey(), new BigDecimal(value).round(SIX_DIGITS).doubleValue());
            }
        });
        return json;
    }
}
