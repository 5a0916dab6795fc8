package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trawl.sql.MadeTrials;
import dev.trawl.sql.TableSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which measure the page says that it draws. */
class MetricTest {

    static final List<String> SCORED =
            List.of("sorted_minima_auc", "hidden_nodes", "pruning", "sorted_runs", "curves_auc");

    private static final String WHY = " Accuracy where there are more than two classes.";

    @TempDir
    private static Path folder;

    private static String threeClasses = "";
    private static String both = "";

    @BeforeAll
    static void pages() throws IOException {
        threeClasses = page("three", sweep(new MadeTrials(), "iris", null));
        both = page("both", sweep(sweep(new MadeTrials(), "iris", null), "xor", 0.75));
    }

    @ParameterizedTest
    @FieldSource("SCORED")
    void ofMoreThanTwoClassesAccuracyIsDrawnAndSaid(String figure) throws JsonProcessingException {
        assertThat(section(threeClasses, figure)).contains("ccuracy").doesNotContain("AUC");
        assertThat(charts(threeClasses, figure)).isNotEmpty().allSatisfy(chart -> {
            assertThat(chart.path("spec").toString()).contains("ccuracy").doesNotContain("AUC", "{{");
            assertThat(scores(chart)).isNotEmpty().containsOnly(0.5);
        });
    }

    @ParameterizedTest
    @FieldSource("SCORED")
    void ofTwoClassesAucIsSaid(String figure) throws JsonProcessingException {
        assertThat(section(SamplePage.text(), figure).replace(WHY, ""))
                .contains("AUC")
                .doesNotContain("ccuracy");
        assertThat(charts(SamplePage.text(), figure)).isNotEmpty().allSatisfy(chart -> assertThat(
                        chart.path("spec").toString().replace(WHY, ""))
                .contains("AUC")
                .doesNotContain("ccuracy", "{{"));
    }

    @ParameterizedTest
    @FieldSource("SCORED")
    void inASweepOfBothEachChartSaysWhichItDraws(String figure) throws JsonProcessingException {
        var charts = charts(both, figure);

        assertThat(charts.stream().filter(chart -> scores(chart).contains(0.75)))
                .isNotEmpty()
                .allSatisfy(chart -> {
                    assertThat(scores(chart)).containsOnly(0.75);
                    assertThat(axes(chart)).contains("AUC (share)").doesNotContain("accuracy");
                });
        assertThat(charts.stream().filter(chart -> scores(chart).contains(0.5)))
                .isNotEmpty()
                .allSatisfy(chart -> {
                    assertThat(scores(chart)).containsOnly(0.5);
                    assertThat(axes(chart)).contains("accuracy (share)").doesNotContain("AUC");
                });
    }

    @Test
    void aFigureIsNamedAfterAllThatItDraws() {
        assertThat(SamplePage.text()).contains("<h2>AUC per epoch <", "<h2>All runs, sorted by test AUC <");
        assertThat(threeClasses).contains("<h2>Accuracy per epoch <", "<h2>All runs, sorted by test accuracy <");
        assertThat(both).contains("<h2>AUC or accuracy per epoch <", "<h2>All runs, sorted by test AUC or accuracy <");
    }

    @Test
    void whatIsNotDrawnIsNamedAfterWhatTheSweepHas() {
        var trials = new MadeTrials().row("data", "iris", "train_auc", null, "test_auc", null);

        Figure curves = Figure.ask(MadeResults.session(trials, folder.resolve("no-figure")), "curves_auc");

        assertThat(curves.isEmpty()).isTrue();
        assertThat(curves.about("title")).isEqualTo("Accuracy per epoch");
    }

    /** Rows for every figure of scores; all accuracies are 0.5. */
    private static MadeTrials sweep(MadeTrials trials, String data, @Nullable Double auc) {
        for (int h : new int[] {8, 16}) {
            for (String stage : List.of("dense", "cpna_all")) {
                String first = data + h;
                for (long seed = 1; seed <= 3; seed++) {
                    trials.row(
                            "trial_id",
                            seed == 1 ? first : first + "-" + seed,
                            "stage",
                            stage,
                            "data",
                            data,
                            "seed",
                            seed,
                            "h",
                            h,
                            "hidden",
                            "" + h,
                            "train_auc",
                            auc,
                            "test_auc",
                            auc);
                }
                trials.point(first, stage, stage.equals("dense") ? 5 : 10, 0.1, 0.2, auc, auc, 0.5, 0.5, h, 5, 40L, 8L);
            }
        }
        return trials;
    }

    private static String page(String name, MadeTrials trials) throws IOException {
        Path dir = folder.resolve(name);
        trials.write(TableSession.open(), dir);
        Report.write(TableSession.open(), dir.toString(), figure -> {});
        return Files.readString(dir.resolve("report/index.html"));
    }

    private static String section(String page, String figure) {
        int start = page.indexOf("<section class=\"figure\" id=\"" + figure + "\">");
        // The claims are of the paper, and decided by AUC alone.
        return page.substring(start, page.indexOf("</section>", start))
                .replaceFirst("(?s)<table class=\"claims\">.*", "");
    }

    private static List<JsonNode> charts(String page, String figure) throws JsonProcessingException {
        String before = "id=\"figure-data\">";
        int start = page.indexOf(before) + before.length();
        JsonNode data = new ObjectMapper().readTree(page.substring(start, page.indexOf("</script>", start)));
        return StreamSupport.stream(data.path(figure).spliterator(), false).toList();
    }

    private static List<Double> scores(JsonNode chart) {
        return StreamSupport.stream(chart.path("rows").spliterator(), false)
                .map(row -> row.path(row.has("score") ? "score" : "mean").asDouble())
                .toList();
    }

    private static String axes(JsonNode chart) {
        return chart.path("spec").findValues("y").toString();
    }
}
