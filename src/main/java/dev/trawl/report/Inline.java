package dev.trawl.report;

import static dev.trawl.report.Html.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trawl.sql.Table;
import dev.trawl.sql.TextResource;
import java.util.Map;

/** Tables and figures as HTML for the output of a notebook's cell. Each needs nothing beside it, and no network. */
public final class Inline {

    private static final int TABLE_ROWS = 100;

    private Inline() {}

    /** The first hundred rows, rounded. */
    public static String html(Table table) {
        return HtmlTable.plain(table, TABLE_ROWS);
    }

    /** A frame with a page of its own: neither its style nor its scripts meet those of the notebook. */
    public static String html(Figure figure) {
        if (!figure.isShown()) {
            return "<p>" + text(figure.about("title")) + ": needs " + text(figure.about("needs")) + ".</p>";
        }
        var data = new ObjectMapper().createObjectNode().set(figure.name(), figure.json());
        String page = Html.fill(
                TextResource.read("/report/figure.html"),
                Map.of(
                        "title", text(figure.about("title")),
                        "style", TextResource.read("/report/page.css"),
                        "figure", figure.html(),
                        "data", Html.json(data.toString()),
                        "vega", figure.isEmpty() ? "" : Scripts.vega(),
                        "script", Scripts.own()));
        return "<iframe title=\"" + text(figure.about("title"))
                + "\" style=\"width: 100%; height: 30rem; border: 0; color-scheme: light\" srcdoc=\"" + text(page)
                + "\"></iframe>";
    }
}
