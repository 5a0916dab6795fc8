package dev.trawl.sweep;

import static dev.trawl.sweep.SweepText.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.trawl.data.UciSet;
import dev.trawl.trial.Trial;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTest {

    @TempDir
    private Path folder;

    private static final String STUDY = """
            {"name": "study",
             "defaults": {"data": [{"uci": "car"}, {"uci": "segmentation"}], "epochs": {"dense": 5}, "batch": 16},
             "steps": [
               {"name": "search", "grids": [{"hidden": [4, 8], "l2": [0, 0.1], "fold": "1..2", "folds": 2}]},
               {"name": "best", "choose": ["SELECT data, hidden, l2", "FROM trials"], "grids": [{"seed": "11..13"}]},
               {"name": "last", "choose": "SELECT hidden FROM trials", "grids": [{"seed": 99}]}]}""";

    private static final List<Map<String, Object>> CHOSEN = List.of(
            Map.of("data", "car", "hidden", "4", "l2", 0.1), Map.of("data", "segmentation", "hidden", "8", "l2", 0.0));

    @Test
    void aSweepHasTheTrialsOfItsFirstStepAndKnowsWhatComesNext() {
        Sweep sweep = read(STUDY);
        assertThat(sweep.trials()).isEqualTo(2 * 2 * 2 * 2);
        assertThat(sweep.later()).extracting(Step::name).containsExactly("best", "last");
        assertThat(sweep.next().orElseThrow().choose()).isEqualTo("SELECT data, hidden, l2\nFROM trials");
    }

    @Test
    void whatNeitherAGridNorTheAnswerHasIsMissed() throws SweepFileException {
        Step best = read(STUDY).next().orElseThrow();
        best.requireSettings(List.of("data", "hidden", "l2"));
        assertThatThrownBy(() -> best.requireSettings(List.of("data", "l2")))
                .hasMessageContaining("steps[1].grids[0]: hidden is missing, here and in \"defaults\": expected ")
                .hasMessageEndingWith(", or a column of the answer");
        read(STUDY, "hidden=4").next().orElseThrow().requireSettings(List.of("data", "l2"));
    }

    /** Rows say which penalty the input phase had, where a file says that it was the same. */
    @Test
    void anInputPenaltyThatIsThePenaltyIsNone() throws SweepFileException {
        Step best = read(STUDY).next().orElseThrow();
        assertThat(best.grids(List.of(
                        Map.of("data", "car", "hidden", "4", "l2", 0.1, "l2_input", 0.1),
                        Map.of("data", "car", "hidden", "8", "l2", 0.1, "l2_input", 0.0))))
                .extracting(grid -> grid.cell(0).of(Settings.L2_INPUT))
                .containsExactly(Optional.empty(), Optional.of(0.0));
    }

    @Test
    void everyChosenRowMakesACopyOfTheGrids() throws SweepFileException {
        Plan plan = Plan.of(read(STUDY).choose(CHOSEN));
        List<Trial> best = LongStream.range(0, plan.size())
                .filter(index -> plan.step(index).equals("best"))
                .mapToObj(plan::trial)
                .toList();
        assertThat(best).hasSize(2 * 3);
        assertThat(best).allSatisfy(trial -> {
            boolean car = trial.data().name().equals(UciSet.CAR.key());
            assertThat(trial.hidden()).containsExactly(car ? 4 : 8);
            assertThat(trial.l2()).isEqualTo(car ? 0.1 : 0);
            assertThat(trial.seed()).isBetween(11L, 13L);
        });
        assertThat(LongStream.range(0, plan.size())
                        .filter(index -> plan.step(index).equals("search")))
                .hasSize(16);
    }

    @Test
    void whatWasChosenCountsOverWhatIsSet() throws SweepFileException {
        Plan plan = Plan.of(read(STUDY, "hidden=[5, 6]").choose(CHOSEN));
        assertThat(LongStream.range(0, plan.size())
                        .filter(index -> plan.step(index).equals("best"))
                        .mapToObj(index -> plan.trial(index).hidden().get(0)))
                .hasSize(6)
                .containsOnly(4, 8);
    }

    @Test
    void theResolvedSweepHasTheStepsSettledSoFar() throws SweepFileException {
        Sweep chosen = read(STUDY).choose(CHOSEN);
        Sweep again = read(chosen.resolved());
        assertThat(again.resolved()).isEqualTo(chosen.resolved());
        assertThat(again.trials()).isEqualTo(chosen.trials());
        assertThat(again.later()).isEmpty();
    }

    @Test
    void stepsToComeAreNoDifferenceAndOtherChoicesAre() throws SweepFileException {
        Sweep stored = read(STUDY).choose(CHOSEN);
        assertThat(SweepDifference.between(stored, read(STUDY))).isEmpty();
        assertThat(SweepDifference.between(stored, read(STUDY).choose(CHOSEN))).isEmpty();
        assertThat(SweepDifference.between(stored, read(STUDY).choose(CHOSEN.subList(0, 1))))
                .isNotEmpty();
    }

    /** More trials among those that a step was chosen from might change the choice. */
    @Test
    void aStepThatWasChosenFromGrowsByOtherRowsOnly() throws SweepFileException {
        Sweep stored = read(STUDY).choose(CHOSEN);
        assertThat(StepGrowth.between(stored, read(STUDY))).isEmpty();
        assertThat(StepGrowth.between(stored, read(STUDY, "repeat=1..3"))).isEmpty();
        assertThat(StepGrowth.between(read(STUDY), read(STUDY.replace("[4, 8]", "[4, 8, 9]"))))
                .as("nothing was chosen yet")
                .isEmpty();
        assertThat(StepGrowth.between(stored, read(STUDY.replace("[4, 8]", "[4, 8, 9]"))))
                .containsExactly("step search: the 8 trials with data=car duplicates=keep split=stratified"
                        + " repeat=1, from which step best was chosen, became 12");
    }

    @Test
    void drawnRowsOfOtherSizesAreOtherRows() throws SweepFileException {
        String study = """
                {"name": "drawn", "defaults": {"data": "xor", "k": 2, "p": 4, "n": 50, "hidden": 4, "epochs": {"dense": 5}},
                 "steps": [{"name": "search", "grids": [{"l2": [0, 0.1]}]},
                           {"name": "best", "choose": "SELECT", "grids": [{"seed": 9}]}]}""";
        Sweep stored = read(study).choose(List.of(Map.of("l2", 0.1)));
        for (String other : List.of("k=[2, 3]", "p=[4, 5]", "n=[50, 60]", "test=[3000, 10]")) {
            assertThat(StepGrowth.between(stored, read(study, other))).as(other).isEmpty();
        }
        assertThat(StepGrowth.between(stored, read(study, "lr=[0.001, 0.1]"))).hasSize(1);
    }

    @Test
    void stepsThatAStoredOneWasChosenFromAreKnown() throws SweepFileException {
        assertThat(StepGrowth.chosenFrom(read(STUDY), read(STUDY))).isEmpty();
        assertThat(StepGrowth.chosenFrom(read(STUDY).choose(CHOSEN), read(STUDY)))
                .containsExactly("search");
        String grids = SweepText.grids("{\"p\": 4}");
        assertThat(StepGrowth.chosenFrom(read(grids), read(grids))).isEmpty();
    }

    @Test
    void aNameForGridsIsNoStepThatWasChosen() {
        String named = SweepText.grids("{\"step\": \"first\", \"p\": 4}", "{\"step\": \"second\", \"p\": 5}");
        assertThat(StepGrowth.between(read(named), read(named, "seed=1..3"))).isEmpty();
    }

    @Test
    void aStudyThatGrowsAwaitsStepsThatAreStored() throws SweepFileException {
        Sweep stored = read(STUDY).choose(CHOSEN);
        Sweep grown = read(STUDY, "repeat=1..2");
        assertThat(grown.awaitsAnyOf(read(STUDY))).isFalse();
        assertThat(grown.awaitsAnyOf(stored)).isTrue();
        assertThat(grown.choose(CHOSEN).awaitsAnyOf(stored)).isFalse();
        assertThat(SweepDifference.between(stored, grown)).isEmpty();
        assertThat(SweepDifference.between(stored, grown.choose(CHOSEN))).isEmpty();
        assertThat(SweepDifference.between(stored, grown.choose(CHOSEN.subList(0, 1))))
                .isNotEmpty();
    }

    @Test
    void columnsOfRowsAreSettings() throws SweepFileException {
        Map<String, Object> row = Map.of("data", "car", "hidden", "4", "l2", 0, "batch", 0, "epochs_dense", 7L);
        Plan plan = Plan.of(read(STUDY).choose(List.of(row)));
        Trial trial = LongStream.range(0, plan.size())
                .filter(index -> plan.step(index).equals("best"))
                .mapToObj(plan::trial)
                .findFirst()
                .orElseThrow();
        assertThat(trial.batch()).isZero();
        assertThat(trial.epochs().dense()).isEqualTo(7);
    }

    @Test
    void aChoiceThatFitsNoSettingIsRefused() {
        assertRefused(
                "x.json:5: steps[1].choose: column \"hiden\" of the answer is no setting; did you mean \"hidden\"?",
                Map.of("data", "car", "hiden", "4"));
        assertRefused("the name of one of this step's data sets", Map.of("data", "isolet", "hidden", "4"));
        assertRefused("hidden is missing", Map.of("data", "car"));
        assertThatThrownBy(() -> read(STUDY).choose(List.of())).hasMessageContaining("no row was chosen");
    }

    @Test
    void whatRowsHaveForNoPruningIsChosenAsThat() throws SweepFileException {
        Map<String, Object> row = Map.of(
                "data", "car", "hidden", "4", "keep_hidden", "", "keep_input", 0, "batch", new BigDecimal("0E-10"));
        assertThat(read(STUDY).choose(List.of(row)).trials())
                .isEqualTo(read(STUDY).trials() + 3);
    }

    @Test
    void valuesThatOnlyLookLikeNumbersAreReadAsText() throws SweepFileException {
        Map<String, Object> range = Map.of("data", "car", "hidden", "4", "repeat", "1..2");
        assertThat(read(STUDY).choose(List.of(range)).trials())
                .isEqualTo(read(STUDY).trials() + 6);
        assertRefused(
                "x.json:5: steps[1].choose: l2: expected a number",
                Map.of("data", "car", "hidden", "4", "l2", "1.2.3"));
    }

    @Test
    void aChosenDataSetIsFoundInTheGridThatHasItAlsoWhereItsNameIsANumber() throws IOException, SweepFileException {
        Path first = Files.write(folder.resolve("2023.csv"), List.of("a,class", "1,no", "2,yes", "3,no", "4,yes"));
        Path other = Files.write(folder.resolve("2024.csv"), List.of("a,class", "1,no", "5,yes", "3,no", "4,yes"));
        String data = "{\"csv\": \"%s\", \"label\": \"class\"}";
        Sweep study = read("""
                {"name": "study", "defaults": {"hidden": 2, "epochs": {"dense": 1}},
                 "steps": [
                   {"name": "search", "grids": [{"data": [%1$s, %2$s]}]},
                   {"name": "best", "choose": "SELECT data, hidden FROM trials", "grids": [
                     {"data": %1$s, "seed": 2}, {"data": %2$s, "seed": 3}]}]}""".formatted(data.formatted(first), data.formatted(other)));
        Plan plan = Plan.of(
                study.choose(List.of(Map.of("data", "2023", "hidden", "4"), Map.of("data", "2024", "hidden", "8"))));

        assertThat(LongStream.range(0, plan.size())
                        .filter(index -> plan.step(index).equals("best"))
                        .mapToObj(plan::trial))
                .extracting(trial -> trial.data().name(), Trial::seed, Trial::hidden)
                .containsExactlyInAnyOrder(tuple("2023", 2L, List.of(4)), tuple("2024", 3L, List.of(8)));
    }

    @Test
    void columnsOfAnAnswerAreSettingsOnce() throws SweepFileException {
        Step step = read(STUDY).next().orElseThrow();

        step.requireSettings(List.of("data", "epochs_dense", "hidden"));
        assertThatThrownBy(() -> step.requireSettings(List.of("l2", "auc")))
                .hasMessageContaining("column \"auc\" of the answer is no setting; expected one of");
        assertThatThrownBy(() -> step.requireSettings(List.of("epochs_dense", "epochs.dense")))
                .hasMessageContaining("two columns of the answer are \"epochs.dense\"");
    }

    @Test
    void trialsOfAnEarlierStepAreNotRunAgain() {
        assertThatThrownBy(() -> read("""
                        {"name": "study", "defaults": {"data": {"uci": "car"}, "hidden": 4, "epochs": {"dense": 5}},
                         "steps": [{"name": "a", "grids": [{}]}, {"name": "b", "choose": "SELECT", "grids": [{}]}]}""").choose(List.of(Map.of("hidden", "4"))))
                .isInstanceOf(SweepFileException.class)
                .hasMessageContaining("1 trial is also in");
    }

    @Test
    void anAnswerHasNoRowTwice() throws SweepFileException {
        Map<String, Object> row = Map.of("hidden", "4");
        Sweep study = read(STUDY);
        assertThatThrownBy(() -> study.choose(List.of(row, Map.of("hidden", "8"), row, row)))
                .hasMessageEndingWith(": the answer has the row {hidden=4} 3 times; GROUP BY or DISTINCT makes it one");
    }

    @Test
    void damagedStepsAreRefused() {
        assertProblem("\"choose\"", "{\"name\": \"b\", \"chose\": \"SELECT\", \"grids\": [{}]}");
        assertProblem("choose is missing", "{\"name\": \"b\", \"grids\": [{}]}");
        assertProblem("a name that no other step has", "{\"name\": \"a\", \"choose\": \"SELECT\", \"grids\": [{}]}");
        assertProblem("at least one grid", "{\"name\": \"b\", \"choose\": \"SELECT\"}");
        assertProblem("seed", "{\"name\": \"b\", \"choose\": \"SELECT\", \"grids\": [{\"seeds\": 1}]}");
    }

    /** Else the results would be of a sweep that cannot be read. */
    @Test
    void aStepMayNotGrowByTrialsOfALaterOne() throws SweepFileException {
        String study = STUDY.replace("\"fold\": \"1..2\", \"folds\": 2", "\"repeat\": \"1..2\"")
                .replace("{\"seed\": \"11..13\"}", "{\"repeat\": 3}");
        Sweep stored = read(study).choose(CHOSEN);

        assertThat(StepGrowth.between(stored, read(study))).isEmpty();
        assertThat(StepGrowth.between(stored, read(study.replace("1..2", "1..3"))))
                .contains("step search: 1 of its trials are in step best too, which was chosen from it: give each step"
                        + " its own seeds or repeats");
    }

    @Test
    void gridsBesideStepsAreRefused() {
        assertThatThrownBy(() -> read(STUDY.replace("\"steps\"", "\"grids\": [{\"seed\": 7}], \"steps\"")))
                .hasMessageContaining("a sweep has \"grids\" or \"steps\", not both");
    }

    private static void assertRefused(String message, Map<String, Object> row) {
        assertThatThrownBy(() -> read(STUDY).choose(List.of(row)))
                .isInstanceOf(SweepFileException.class)
                .hasMessageContaining(message);
    }

    private static void assertProblem(String message, String step) {
        String json = """
                {"name": "study", "defaults": {"data": {"uci": "car"}, "hidden": 4, "epochs": {"dense": 5}},
                 "steps": [{"name": "a", "grids": [{}]}, %s]}""".formatted(step);
        assertThatThrownBy(() -> SweepFile.read("x.json", json, List.of()))
                .isInstanceOf(SweepFileException.class)
                .hasMessageContaining(message);
    }
}
