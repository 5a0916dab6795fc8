package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trawl.sql.MadeTrials;
import dev.trawl.sql.Table;
import dev.trawl.sql.TableSession;
import dev.trawl.sql.Tables;
import dev.trawl.sql.TextResource;
import dev.trawl.store.ResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ReportTest {

    static final List<String> FIGURES = Figure.NAMES;

    @TempDir
    Path dir;

    @Test
    void thePageNeedsNothingBesideIt() {
        String page = SamplePage.text();

        assertThat(page).doesNotContain("<script src", "<link rel=\"stylesheet\"", "@import");
        assertThat(page).contains("vegaEmbed", "University of Washington Interactive Data Lab");
    }

    @Test
    void markupInNamesAndMessagesIsText() {
        String page = SamplePage.text();

        assertThat(page).doesNotContain(SampleSweep.MARKUP, "<i>in the shape</i>");
        assertThat(page).contains(Html.text(SampleSweep.MARKUP), "&lt;i&gt;in the shape&lt;/i&gt;");
        assertThat(count(page, "<script")).as("no script ends early").isEqualTo(count(page, "</script>"));
    }

    @Test
    void everyFigureIsDrawnThatTheDataAllow() {
        String page = SamplePage.text();

        for (String figure : FIGURES) {
            assertThat(page).contains("<section class=\"figure\" id=\"" + figure + "\">");
        }
        assertThat(page).doesNotContain("Not in this sweep");
    }

    @Test
    void missingAndFailedTrialsAreSaidAtTheTop() {
        String page = SamplePage.text();

        assertThat(page)
                .contains(
                        "planned trials are missing",
                        "The study has not ended: its own file goes on with final.",
                        "4 trials did not end well. Their stages that failed are left out");
        assertThat(page.indexOf("planned trials are missing")).isLessThan(page.indexOf("<section class=\"figure\""));
    }

    @Test
    void claimsAreDecidedByNumbers() {
        String page = SamplePage.text();

        assertThat(page)
                .contains("More training rows move the drop to more inputs.", "n\u00a0=\u00a01000: p\u00a0=\u00a0");
        assertThat(page)
                .contains("<td class=\"verdict yes\">holds</td>", "<td class=\"verdict no\">does not hold here</td>");
    }

    @Test
    void aClaimAboutFewIrrelevantInputsIsOnlyAskedWhereTheyAreFew() {
        var few = Pattern.compile("With few irrelevant inputs a deep optimum.*?</tr>", Pattern.DOTALL)
                .matcher(SamplePage.text());

        assertThat(few.results().map(MatchResult::group).toList())
                .isNotEmpty()
                .allMatch(row -> row.contains("p\u00a0=\u00a04,"));
    }

    @Test
    void thePapersValuesStandBesideOurs() {
        assertThat(SamplePage.text()).contains("id=\"compared\"", "data-v=\"0.7217\"", "4-D XOR, p = 40");
    }

    @Test
    void thePageFromTheTablesFilesIsTheOneFromTablesJustMade() {
        String made = SamplePage.text();

        Report.write(TableSession.open(), SamplePage.results().toString(), name -> {});

        assertThat(SamplePage.text()).isEqualTo(made);
    }

    @Test
    void interpretedQueriesAnswerAsCompiledOnesDo() {
        assertThat(answers("false", "NO_CODEGEN")).isEqualTo(answers("true", "CODEGEN_ONLY"));
    }

    /** To all that tables and figures ask. */
    private static List<Object> answers(String wholeStage, String factoryMode) {
        var results = SamplePage.results().toString();
        var spark = TableSession.open();
        var session = Report.session(
                spark, ResultStore.at(results, spark.sparkContext().hadoopConfiguration()));
        session.conf().set("spark.sql.codegen.wholeStage", wholeStage);
        session.conf().set("spark.sql.codegen.factoryMode", factoryMode);
        Report.registerViews(session);
        assertThat(session.sql("EXPLAIN SELECT p + 1 FROM trials")
                        .first()
                        .getString(0)
                        .contains("*(1)"))
                .isEqualTo(Boolean.parseBoolean(wholeStage));
        var answers = new ArrayList<Object>();
        for (String table : Tables.NAMES) {
            var answer = session.sql(TextResource.read("/sql/" + table + ".sql"));
            answers.add(answer.schema());
            answers.addAll(answer.collectAsList());
        }
        for (String figure : FIGURES) {
            answers.add(Figure.ask(session, figure));
        }
        return answers;
    }

    @Test
    void anEmptySweepMakesAPageThatSaysSo() throws IOException {
        SampleSweep.writePlan(TableSession.open(), dir);

        Report.write(TableSession.open(), dir.toString(), name -> {});

        String page = Files.readString(dir.resolve("report/index.html"));
        assertThat(page)
                .contains("No trial has ended yet", "The plan has 12,000", "Not in this sweep", "submit/local.sh run");
        assertThat(page).doesNotContain("<section class=\"figure\"");
    }

    @Test
    void smallTablesAreOpenWhereThereIsNoFigureAndWhatEachNeedsIsSaid() throws IOException {
        new MadeTrials().row("seed", 1L).write(TableSession.open(), dir);

        Report.write(TableSession.open(), dir.toString(), name -> {});

        assertThat(Files.readString(dir.resolve("report/index.html")))
                .contains("<details open><summary><code>pruning</code>", "<li>AUC per epoch: needs curves")
                .doesNotContain("<section class=\"figure\"");
        assertThat(SamplePage.text()).contains("<details><summary><code>pruning</code>");
    }

    @Test
    void claimsAreShownWithoutAPictureToo() throws IOException {
        var trials = new MadeTrials();
        for (long seed = 1; seed <= 4; seed++) {
            trials.row("seed", seed, "stage", "dense", "test_auc", 0.6 + seed / 100.0);
            trials.row("seed", seed, "stage", "cpna_hidden", "test_auc", 0.8 + seed / 110.0);
        }
        trials.write(TableSession.open(), dir);

        Report.write(TableSession.open(), dir.toString(), name -> {});

        String page = Files.readString(dir.resolve("report/index.html"));
        assertThat(page)
                .contains(
                        "<a href=\"#pruning\">Dense and pruned networks</a>",
                        "No picture: it needs pruned stages of networks of two or more sizes.",
                        "Pruning the hidden connections (CPNA) generalises better than the dense network.",
                        "<td class=\"verdict yes\">holds</td>",
                        "<li>AUC per epoch: needs curves")
                .doesNotContain("<li>Dense and pruned networks", "data-figure=\"pruning\"");
    }

    @Test
    void figuresOfTooManyChartsComeLast() throws IOException {
        var trials = new MadeTrials();
        for (int p = 3; p < 20; p++) {
            trials.row("p", p, "seed", 1L).row("p", p, "seed", 2L).row("p", p, "seed", 3L);
        }
        trials.write(TableSession.open(), dir);

        Report.write(TableSession.open(), dir.toString(), name -> {});

        String page = Files.readString(dir.resolve("report/index.html"));
        assertThat(page).contains("Only the first 12 charts are drawn. The tables have everything.");
        assertThat(page.indexOf("<section class=\"figure\" id=\"phase_transition\""))
                .isPositive()
                .isLessThan(page.indexOf("<section class=\"figure\" id=\"sorted_minima\""));
    }

    @Test
    void noCurvesDifferInColourAlone() {
        for (String figure : FIGURES) {
            assertThat(TextResource.read("/report/figures/" + figure + ".vl.json"))
                    .contains("\"" + (figure.startsWith("curves_") ? "strokeDash" : "shape")
                            + "\": {\"field\": \"series\"");
        }
    }

    @Test
    void anUprightLineMarksAPointThatThereIs() {
        assertThat(SamplePage.text()).contains("Upright lines mark a phase&#39;s first point;");
    }

    @Test
    void whatColumnsHoldIsToldUnderTheirTable() {
        assertThat(SamplePage.text())
                .contains(
                        "<dt>deep_share</dt><dd>share of runs with a test AUC of 0.95 or more: in the deep optimum (share)</dd>")
                .containsPattern("id=\"failures\">(?s).*<dt>message</dt>.*</section>")
                .doesNotContain("<dl>\n</dl>");
    }

    @Test
    void realDataStandBesideThePaperBeforeTheFigures() {
        String page = SamplePage.text();

        assertThat(page).contains("<td>car, without copies</td>", "data-v=\"-0.125\"", "the paper&#39;s connections");
        assertThat(page.indexOf("id=\"compared\"")).isPositive().isLessThan(page.indexOf("<section class=\"figure\""));
    }

    @Test
    void whatIsCutIsSaid() {
        Figure whole = Figure.ask(SamplePage.session(), "phase_transition");
        Table points = new Table("points", whole.data().schema(), whole.data().rows(), 20_001);
        Table lines = new Table("lines", whole.claims().schema(), whole.claims().rows(), 1_000);

        assertThat(whole.html()).doesNotContain("class=\"note\"");
        assertThat(new Figure("phase_transition", whole.spec(), whole.metric(), points, lines).html())
                .contains("points: the last chart lacks some", " of 1,000 lines.")
                .doesNotContain("Only the first");
    }

    @ParameterizedTest
    @FieldSource("FIGURES")
    void everyFigureSaysWhatItShows(String name) throws IOException {
        JsonNode spec = new ObjectMapper().readTree(TextResource.read("/report/figures/" + name + ".vl.json"));

        for (String key : List.of("title", "caption", "paper", "needs")) {
            assertThat(spec.path("usermeta").path(key).asText()).isNotBlank();
        }
        assertThat(titles(spec, "x")).as("a title for x").isNotEmpty();
        assertThat(titles(spec, "y"))
                .as("a title for y, with its unit")
                .anyMatch(title -> title.matches(".* \\(.+\\)"));
        assertThat(spec.findValues("tooltip")).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("FIGURES")
    void everyQueryHasAHeaderLineAndAnOrder(String name) {
        assertThat(Question.sql("figures/" + name)).startsWith("-- ").containsPattern("\nORDER BY");
    }

    @ParameterizedTest
    @FieldSource("FIGURES")
    void noQueryGivesEveryRowAListOfAllOthers(String name) {
        for (String query : List.of(name, name + ".claims")) {
            if (Figure.class.getResource("/report/figures/" + query + ".sql") != null) {
                assertThat(Question.sql("figures/" + query))
                        .as("rows times rows in a search over thousands of settings")
                        .doesNotContainPattern("collect_\\w+\\((?:[^()]|\\([^()]*\\))*\\)\\s+OVER");
            }
        }
    }

    private static List<String> titles(JsonNode spec, String channel) {
        return spec.findValues("encoding").stream()
                .map(encoding -> encoding.path(channel).path("title").asText())
                .filter(title -> !title.isEmpty())
                .toList();
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
