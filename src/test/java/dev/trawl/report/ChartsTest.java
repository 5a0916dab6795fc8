package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trawl.sql.Table;
import dev.trawl.sql.TableSession;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What a page draws of many charts and many curves. */
class ChartsTest {

    private static final StructType SCHEMA =
            new StructType().add("panel", "string").add("series", "string").add("x", "int");

    @Test
    void fewAreAllDrawn() {
        Charts charts = Charts.of(table(12, 24));

        assertThat(charts.areCut()).isFalse();
        assertThat(charts.panels()).hasSize(12).allSatisfy((panel, rows) -> assertThat(rows)
                .hasSize(2 * 24));
    }

    @Test
    void ofTooManyCurvesTheFirstAreDrawnWhole() {
        Charts charts = Charts.of(table(1, 30));

        assertThat(charts.areCut()).isTrue();
        assertThat(charts.notes()).containsExactly("Only the first 24 curves of a chart are drawn.");
        assertThat(charts.panels().get("panel 1"))
                .hasSize(2 * 24)
                .extracting(row -> row.<String>getAs("series"))
                .contains("series 24")
                .doesNotContain("series 25");
    }

    @Test
    void ofTooManyChartsTheFirstAreDrawn() {
        Charts charts = Charts.of(table(13, 1));

        assertThat(charts.notes()).containsExactly("Only the first 12 charts are drawn.");
        assertThat(charts.panels()).hasSize(12).doesNotContainKey("panel 13");
    }

    @Test
    void aFigureDrawsThatPartAndSaysSo() {
        var spec = new ObjectMapper().createObjectNode();
        Figure figure = new Figure("made", spec, "AUC", table(13, 30), new Table("claims", SCHEMA, List.of()));

        assertThat(figure.json()).hasSize(12).allSatisfy(chart -> assertThat(chart.path("rows"))
                .hasSize(2 * 24));
        assertThat(figure.html())
                .contains("data-panel=\"0\"", "data-panel=\"11\"", "panel 12<")
                .doesNotContain("panel 13<")
                .contains("Only the first 12 charts are drawn. Only the first 24 curves of a chart are drawn."
                        + " The tables have everything.");
    }

    @Test
    void whatIsNotDrawnUsesUpNoneOfTheRowsThatAre() {
        // 2 panels of 30 curves of 3 points: the first 24 curves of each are drawn, 144 points.
        var answer = TableSession.open()
                .sql(
                        "SELECT concat('panel ', id div 90) AS panel, concat('series ', id % 30) AS series, CAST(id AS INT) AS x"
                                + " FROM range(180) ORDER BY id");

        Table all = Charts.rows(answer, "made", 145);
        Table cut = Charts.rows(answer, "made", 100);

        assertThat(Charts.of(all)).satisfies(charts -> {
            assertThat(charts.panels().values()).extracting(List::size).containsExactly(72, 72);
            assertThat(charts.notes()).containsExactly("Only the first 24 curves of a chart are drawn.");
        });
        assertThat(all.count())
                .as("all that is drawn is there")
                .isEqualTo(all.rows().size());
        assertThat(cut.rows()).hasSize(100);
        assertThat(cut.count()).isEqualTo(all.count());
    }

    @Test
    void chartsThatLackPointsAreSaidToThoughCurvesWereLeftOutToo() {
        var spec = new ObjectMapper().createObjectNode();
        Table data = new Table("made", SCHEMA, table(1, 30).rows(), 100);

        assertThat(new Figure("made", spec, "AUC", data, new Table("claims", SCHEMA, List.of())).html())
                .contains("Only the first 24 curves of a chart are drawn.")
                .contains("Drawn from the first 60 of 100 points: the last chart lacks some");
    }

    /** Two points a curve, one after the other over all curves. */
    private static Table table(int panels, int series) {
        List<Row> rows = IntStream.range(0, 2 * panels * series)
                .mapToObj(i -> (Row) new GenericRowWithSchema(
                        new Object[] {
                            "panel " + (i / series % panels + 1), "series " + (i % series + 1), i / (panels * series)
                        },
                        SCHEMA))
                .toList();
        return new Table("made", SCHEMA, rows);
    }
}
