package dev.trawl.report;

import static dev.trawl.report.Html.text;

import dev.trawl.spark.Table;
import dev.trawl.spark.TableColumns;
import dev.trawl.spark.TableFormat;
import dev.trawl.spark.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.NumericType;

/** A table as HTML that the page's script can sort: the shown text is rounded, {@code data-v} holds the number in full. */
final class HtmlTable {

    private HtmlTable() {}

    /** The first {@code most} rows; says where the others are. */
    static String of(Table table, int most) {
        var rows = table.rows().subList(0, Math.min(most, table.rows().size()));
        String[] names = table.schema().fieldNames();
        var html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table class=\"sortable\"><thead><tr>");
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
        return html.toString();
    }

    private static String head(Table table, int column) {
        String name = table.schema().fieldNames()[column];
        String meaning = TableColumns.ALL.stream()
                .filter(entry ->
                        entry.table().equals(table.name()) && entry.name().equals(name))
                .map(entry -> entry.unit().isEmpty() ? entry.meaning() : entry.meaning() + " (" + entry.unit() + ")")
                .findFirst()
                .orElse("");
        String kind = isNumber(table, column) ? " class=\"number\"" : "";
        String title = meaning.isEmpty() ? "" : " title=\"" + text(meaning) + "\"";
        return "<th scope=\"col\"" + kind + title + "><button type=\"button\">" + text(name) + "</button></th>";
    }

    private static boolean isNumber(Table table, int column) {
        return table.schema().apply(column).dataType() instanceof NumericType;
    }
}
