package dev.trawl.report;

import static dev.trawl.report.Html.text;

import dev.trawl.sql.Table;
import dev.trawl.sql.TableColumns;
import dev.trawl.sql.TableFormat;
import dev.trawl.sql.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.types.NumericType;

/**
 * A table as HTML that the page's script can sort: the shown text is rounded, {@code data-v} holds the number in full.
 */
final class HtmlTable {

    /** Letters of a heading that would stand in a line a word over narrow numbers. */
    private static final int LONG = 16;

    private HtmlTable() {}

    /** The first {@code most} rows; says where the others are, and what the columns hold where that is known. */
    static String of(Table table, String label, int most) {
        var rows = table.rows().subList(0, Math.min(most, table.rows().size()));
        String[] names = table.schema().fieldNames();
        var html = new StringBuilder(box(label)).append("<table class=\"sortable\"><thead><tr>");
        List<List<String>> shown = new ArrayList<>();
        for (int column = 0; column < names.length; column++) {
            html.append(head(table, column));
            shown.add(TextTable.column(table.schema(), rows, column));
        }
        html.append("</tr></thead><tbody>\n");
        for (int row = 0; row < rows.size(); row++) {
            html.append("<tr>");
            for (int column = 0; column < names.length; column++) {
                String cell = text(shown.get(column).get(row));
                if (isNumber(table, column)) {
                    String full = TableFormat.plain(rows.get(row).get(column));
                    html.append("<td class=\"number\" data-v=\"").append(full).append("\">");
                } else {
                    html.append("<td>");
                }
                html.append(cell).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        if (table.count() > rows.size()) {
            html.append("<p class=\"note\">The first ")
                    .append(rows.size())
                    .append(" of ")
                    .append(table.count())
                    .append(" rows; all are in <code>tables/")
                    .append(text(table.name()))
                    .append(".csv</code>.</p>\n");
        }
        return html.append(columns(table)).toString();
    }

    /** Opens a box that a wide table scrolls in, by keys too. */
    static String box(String label) {
        return "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + text(label) + "\">";
    }

    /** The first {@code most} rows for a page with a style of its own; says how many there are. */
    static String plain(Table table, int most) {
        var rows = table.rows().subList(0, Math.min(most, table.rows().size()));
        var lines = new ArrayList<>(Collections.nCopies(rows.size(), "<tr>"));
        var head = new StringBuilder("<table><thead><tr>");
        for (int column = 0; column < table.schema().size(); column++) {
            String style = " style=\"text-align: " + (isNumber(table, column) ? "right" : "left") + "\">";
            head.append("<th")
                    .append(style)
                    .append(text(table.schema().fieldNames()[column]))
                    .append("</th>");
            List<String> shown = TextTable.column(table.schema(), rows, column);
            for (int row = 0; row < shown.size(); row++) {
                lines.set(row, lines.get(row) + "<td" + style + text(shown.get(row)) + "</td>");
            }
        }
        lines.replaceAll(line -> line + "</tr>");
        String more = table.count() > rows.size()
                ? "<p>The first " + rows.size() + " of " + table.count() + " rows.</p>\n"
                : "";
        return head + "</tr></thead><tbody>\n" + String.join("\n", lines) + "</tbody></table>\n" + more;
    }

    private static String head(Table table, int column) {
        String name = table.schema().fieldNames()[column];
        String meaning = meaning(table, name);
        String kind = isNumber(table, column) ? " class=\"number" + (name.length() > LONG ? " long" : "") + "\"" : "";
        String title = meaning.isEmpty() ? "" : " title=\"" + text(meaning) + "\"";
        return "<th scope=\"col\"" + kind + title + "><button type=\"button\">" + text(name) + "</button></th>";
    }

    /** What is told of a column where one rests on it, for those who cannot. */
    private static String columns(Table table) {
        var list = new StringBuilder();
        for (String name : table.schema().fieldNames()) {
            String meaning = meaning(table, name);
            if (!meaning.isEmpty()) {
                list.append("<dt>")
                        .append(text(name))
                        .append("</dt><dd>")
                        .append(text(meaning))
                        .append("</dd>\n");
            }
        }
        return list.isEmpty()
                ? ""
                : "<details class=\"columns\"><summary>What the columns hold</summary><dl>\n" + list
                        + "</dl></details>\n";
    }

    /** Of a column and its unit; empty where no document has it. */
    private static String meaning(Table table, String name) {
        return TableColumns.ALL.stream()
                .filter(entry ->
                        entry.table().equals(table.name()) && entry.name().equals(name))
                .map(entry -> entry.unit().isEmpty() ? entry.meaning() : entry.meaning() + " (" + entry.unit() + ")")
                .findFirst()
                .orElse("");
    }

    private static boolean isNumber(Table table, int column) {
        return table.schema().apply(column).dataType() instanceof NumericType;
    }
}
