package dev.trawl.report;

import static dev.trawl.report.Html.text;

import dev.trawl.job.Quantity;
import dev.trawl.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the paper says of a figure, and whether it holds in these results, as the figure's query decided. */
final class Claims {

    private static final int MOST = 60;
    private static final int MOST_OF_EACH = 20;

    private Claims() {}

    /**
     * The lines of a figure's answer; where they are too many for a page, the first of each claim, so that the lines of
     * one use up none of the others'.
     */
    static Table lines(Dataset<Row> answer, String name) {
        List<Row> first = answer.takeAsList(MOST + 1);
        return first.size() <= MOST ? new Table(name, answer.schema(), first) : firstOfEach(answer, name);
    }

    private static Table firstOfEach(Dataset<Row> answer, String name) {
        var linesOf = new HashMap<String, Integer>();
        var kept = new ArrayList<Row>();
        long count = 0;
        Iterator<Row> rows = answer.toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            count++;
            if (linesOf.merge(Question.text(row, "claim"), 1, Integer::sum) <= MOST_OF_EACH) {
                kept.add(row);
            }
        }
        return new Table(name, answer.schema(), kept, count);
    }

    /** Empty where there is nothing to decide; {@code about} is the figure's title. */
    static String html(Table claims, String about) {
        if (claims.rows().isEmpty()) {
            return "";
        }
        var html = new StringBuilder(HtmlTable.box("What the paper says: " + about)
                + "<table class=\"claims\"><thead><tr>"
                + "<th scope=\"col\">The paper says</th><th scope=\"col\">where</th><th scope=\"col\">here</th>"
                + "<th scope=\"col\">by these numbers</th></tr></thead><tbody>\n");
        String before = "";
        for (Row row : claims.rows()) {
            String claim = Question.text(row, "claim");
            html.append("<tr>");
            if (!claim.equals(before)) {
                html.append("<td rowspan=\"" + run(claims, row) + "\">" + text(claim) + "</td>");
            }
            html.append("<td>" + text(Question.text(row, "problem")) + "</td>")
                    .append(verdict(Question.text(row, "holds")))
                    .append("<td>" + text(Question.text(row, "evidence")) + "</td></tr>\n");
            before = claim;
        }
        html.append("</tbody></table></div>\n");
        if (claims.count() > claims.rows().size()) {
            html.append("<p class=\"note\">The first " + MOST_OF_EACH + " lines of each claim, "
                    + claims.rows().size() + " of " + Quantity.count(claims.count()) + " lines.</p>\n");
        }
        return html.toString();
    }

    /** How many rows from {@code first} on have its claim. */
    private static long run(Table claims, Row first) {
        String claim = Question.text(first, "claim");
        return claims.rows().stream()
                .dropWhile(row -> row != first)
                .takeWhile(row -> Question.text(row, "claim").equals(claim))
                .count();
    }

    private static String verdict(String holds) {
        return switch (holds) {
            case "true" -> "<td class=\"verdict yes\">holds</td>";
            case "false" -> "<td class=\"verdict no\">does not hold here</td>";
            default -> "<td class=\"verdict\">not decided</td>";
        };
    }
}
