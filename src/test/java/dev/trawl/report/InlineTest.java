package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trawl.sql.Table;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class InlineTest {

    private static final StructType SCHEMA =
            new StructType().add("panel", DataTypes.StringType).add("<b>", DataTypes.DoubleType);
    private static final StructType POINTS =
            new StructType().add("panel", "string").add("series", "string").add("<b>", "double");

    private static final StructType CLAIMS = new StructType()
            .add("claim", "string")
            .add("problem", "string")
            .add("holds", "boolean")
            .add("evidence", "string");

    @Test
    void aTableIsAlignedRoundedAndEscaped() {
        assertThat(Inline.html(table(1))).isEqualTo("""
                <table><thead><tr><th style="text-align: left">panel</th>\
                <th style="text-align: right">&lt;b&gt;</th></tr></thead><tbody>
                <tr><td style="text-align: left">a &amp; b</td><td style="text-align: right">0.1235</td></tr></tbody></table>
                """);
    }

    @Test
    void aLongTableSaysHowManyRowsThereAre() {
        assertThat(Inline.html(table(101))).endsWith("<p>The first 100 of 101 rows.</p>\n");
    }

    @Test
    void aFigureIsAPageOfItsOwnThatNeedsNothingBesideIt() throws IOException {
        String html = Inline.html(figure(points(1)));

        assertThat(html).startsWith("<iframe title=\"Of two\"").endsWith("\"></iframe>");
        String page = html.substring(
                html.indexOf("srcdoc=\"") + "srcdoc=\"".length(), html.length() - "\"></iframe>".length());
        assertThat(page).doesNotContain("<", ">", "\"");
        assertThat(page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\""))
                .startsWith("<!DOCTYPE html>")
                .contains("vegaEmbed", "\"rows\":[{\"series\":\"c\",\"\\u003cb>\":0.123457}]")
                .doesNotContain("<script src", "<link", "@import");
    }

    @Test
    void aFigureWithoutDataSaysWhatItNeeds() throws IOException {
        assertThat(Inline.html(figure(points(0)))).isEqualTo("<p>Of two: needs two of them.</p>");
    }

    @Test
    void claimsWithoutAPictureNeedNoScriptsToDrawOne() throws IOException {
        Row claim = new GenericRowWithSchema(new Object[] {"two is more", "one", true, "1 and 2"}, CLAIMS);

        assertThat(Inline.html(figure(points(0), new Table("claims", CLAIMS, List.of(claim)))))
                .startsWith("<iframe title=\"Of two\"")
                .contains("No picture: it needs two of them.", "two is more")
                .doesNotContain("Click to view actions");
    }

    private static Figure figure(Table data) throws IOException {
        return figure(data, new Table("claims", CLAIMS, List.of()));
    }

    private static Figure figure(Table data, Table claims) throws IOException {
        String spec = "{\"usermeta\": {\"title\": \"Of two\", \"needs\": \"two of them\"}}";
        return new Figure("two", (ObjectNode) new ObjectMapper().readTree(spec), "AUC", data, claims);
    }

    private static Table table(int rows) {
        Row row = new GenericRowWithSchema(new Object[] {"a & b", 0.123456789}, SCHEMA);
        return new Table("answer", SCHEMA, Collections.nCopies(rows, row));
    }

    private static Table points(int rows) {
        Row row = new GenericRowWithSchema(new Object[] {"a & b", "c", 0.123456789}, POINTS);
        return new Table("points", POINTS, Collections.nCopies(rows, row));
    }
}
