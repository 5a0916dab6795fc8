package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sql.Table;
import dev.trawl.sql.TableSession;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final StructType SCHEMA = new StructType()
            .add("claim", "string")
            .add("problem", "string")
            .add("holds", "boolean")
            .add("evidence", "string");

    private static final String HTML = Claims.html(
            new Table(
                    "claims",
                    SCHEMA,
                    List.of(row("first", "one", true), row("first", "two", false), row("last", "one", null))),
            "Of <two>");

    @Test
    void aClaimStandsOnceBesideAllThatDecideIt() {
        assertThat(Pattern.compile("<td rowspan=\"\\d\">\\w+</td>")
                        .matcher(HTML)
                        .results()
                        .map(cell -> cell.group()))
                .containsExactly("<td rowspan=\"2\">first</td>", "<td rowspan=\"1\">last</td>");
    }

    @Test
    void eachVerdictStandsBetweenItsProblemAndItsEvidence() {
        assertThat(HTML)
                .contains(
                        "<td>one</td><td class=\"verdict yes\">holds</td><td>first of one</td>",
                        "<td>two</td><td class=\"verdict no\">does not hold here</td><td>first of two</td>",
                        "<td>one</td><td class=\"verdict\">not decided</td><td>last of one</td>");
    }

    @Test
    void theLinesOfOneClaimUseUpNoneOfTheOthers() {
        Table few = Claims.lines(lines(50, 10), "few");
        Table many = Claims.lines(lines(1_000, 25), "many");

        assertThat(few.rows()).hasSize(60);
        assertThat(Claims.html(few, "Of two")).doesNotContain("class=\"note\"");
        assertThat(many.rows()).extracting(row -> row.<String>getAs("problem")).containsExactlyElementsOf(twenties());
        assertThat(Claims.html(many, "Of two"))
                .contains("<td rowspan=\"20\">claim 1</td>", "<td rowspan=\"20\">claim 2</td>")
                .contains("The first 20 lines of each claim, 40 of 1,025 lines.");
    }

    /** A claim put to so many problems, and another. */
    private static Dataset<Row> lines(int first, int second) {
        return TableSession.open()
                .sql("SELECT concat('claim ', if(id < " + first
                        + ", 1, 2)) AS claim, concat('problem ', id) AS problem,"
                        + " true AS holds, 'seen' AS evidence FROM range(" + (first + second) + ") ORDER BY id");
    }

    private static List<String> twenties() {
        return IntStream.concat(IntStream.range(0, 20), IntStream.range(1_000, 1_020))
                .mapToObj(id -> "problem " + id)
                .toList();
    }

    @Test
    void nothingToDecideIsNoTable() {
        assertThat(Claims.html(new Table("claims", SCHEMA, List.of()), "Of two"))
                .isEmpty();
    }

    private static Row row(String claim, String problem, @Nullable Boolean holds) {
        return new GenericRowWithSchema(new Object[] {claim, problem, holds, claim + " of " + problem}, SCHEMA);
    }
}
