package dev.trawl.report;

import static dev.trawl.report.Html.text;

import dev.trawl.sql.Table;
import org.apache.spark.sql.Row;

/** What the paper says of a figure, and whether it holds in these results, as the figure's query decided. */
final class Claims {

    private Claims() {}

    /** Empty where there is nothing to decide. */
    static String html(Table claims) {
        if (claims.rows().isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table class=\"claims\"><thead><tr>"
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
        return html.append("</tbody></table></div>\n").toString();
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
