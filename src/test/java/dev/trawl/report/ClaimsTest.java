package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sql.Table;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final String HTML = Claims.html(new Table(
            "claims",
            SCHEMA,
            List.of(row("first", "one", true), row("first", "two", false), row("last", "one", null))));

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
    void nothingToDecideIsNoTable() {
        assertThat(Claims.html(new Table("claims", SCHEMA, List.of()))).isEmpty();
    }

    private static Row row(String claim, String problem, @Nullable Boolean holds) {
        return new GenericRowWithSchema(new Object[] {claim, problem, holds, claim + " of " + problem}, SCHEMA);
    }
}
