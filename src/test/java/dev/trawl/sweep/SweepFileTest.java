package dev.trawl.sweep;

import static dev.trawl.sweep.SweepText.grids;
import static dev.trawl.sweep.SweepText.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.XorSource;
import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import dev.trawl.trial.Epochs;
import dev.trawl.trial.Keep;
import dev.trawl.trial.Phases;
import dev.trawl.trial.Stage;
import dev.trawl.trial.Trial;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SweepFileTest {

    @Test
    void aGridIsTheProductOfItsValues() {
        assertThat(read(grids("{\"p\": [4, 8, \"10..12\"], \"hidden\": [1, \"2x3\"], \"lr\": [0.1, 0.2]}"))
                        .trials())
                .isEqualTo(5 * 2 * 2);
    }

    @Test
    void everyCombinationIsThereOnce() {
        List<Trial> trials = trials(read(grids("{\"p\": [4, 8], \"n\": \"10..30 step 10\", \"seed\": [1, \"5..6\"]}")));

        assertThat(trials).hasSize(2 * 3 * 3).doesNotHaveDuplicates();
        assertThat(trials.stream().map(Trial::seed).distinct()).containsExactlyInAnyOrder(1L, 5L, 6L);
        assertThat(trials.stream().map(trial -> trial.data().trainRows()).distinct())
                .containsExactlyInAnyOrder(10, 20, 30);
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(trials(read(grids("{}"))))
                .containsExactly(new Trial(
                        new XorSource(2, 4, 100, 3000),
                        List.of(8),
                        1,
                        1,
                        0.001,
                        0,
                        null,
                        0,
                        new Epochs(10, 0, 0),
                        List.of(Stage.DENSE),
                        Keep.everything(),
                        20,
                        Normalise.IN_PLACE,
                        Phases.HIDDEN_FIRST,
                        Granularity.CONNECTIONS,
                        0));
    }

    @Test
    void everySettingReachesItsTrial() {
        String grid = """
                {"data": "xor", "k": 3, "p": 5, "n": 50, "test": 70, "hidden": "6x4", "repeat": 2, "seed": 9, "lr": 3e-2,
                 "l2": 1e-7, "l2_input": 1e-9, "batch": 10, "epochs": {"dense": 1, "hidden": 2, "input": 3}, "stages": ["cpna_all"],
                 "keep": {"hidden": "12x3", "input": 15}, "mu": 5, "normalise": "ranking", "phases": "input_first",
                 "prune": "connections", "curves": 7}""";

        assertThat(trials(read(grids(grid))))
                .containsExactly(new Trial(
                        new XorSource(3, 5, 50, 70),
                        List.of(6, 4),
                        2,
                        9,
                        0.03,
                        1e-7,
                        1e-9,
                        10,
                        new Epochs(1, 2, 3),
                        List.of(Stage.CPNA_ALL),
                        new Keep(List.of(12, 3), 15),
                        5,
                        Normalise.RANKING,
                        Phases.INPUT_FIRST,
                        Granularity.CONNECTIONS,
                        7));
    }

    @Test
    void aWordStandsForThePenaltyOfTheOtherPhases() {
        List<Trial> trials = trials(read(grids("{\"l2\": 0.5, \"l2_input\": [\"l2\", 0]}")));

        assertThat(trials.stream().map(Trial::l2OfInputPhase)).containsExactlyInAnyOrder(0.5, 0.0);
    }

    @Test
    void anObjectInAGridChangesOnlyTheKeysThatItNames() {
        Trial trial = trials(read(grids("{\"epochs\": {\"hidden\": 5}}"))).get(0);

        assertThat(trial.epochs()).isEqualTo(new Epochs(10, 5, 0));
    }

    @Test
    void valuesInsideAnObjectMayBeListsAndRanges() {
        assertThat(trials(read(grids("{\"epochs\": {\"dense\": [5, \"10..12\"]}}"))).stream()
                        .map(trial -> trial.epochs().dense()))
                .containsExactlyInAnyOrder(5, 10, 11, 12);
    }

    @Test
    void theListOfStagesIsOneValue() {
        assertThat(read(grids(
                                "{\"stages\": [\"cpna_hidden\", \"dense\"], \"keep\": {\"hidden\": 2}, \"epochs\": {\"hidden\": 1}}"))
                        .trials())
                .isEqualTo(1);
    }

    @Test
    void defaultsMayHoldLists() {
        String json = grids("{}", "{\"n\": 50}").replace("\"hidden\": 8", "\"hidden\": [8, 16]");

        assertThat(read(json).trials()).isEqualTo(4);
    }

    @Test
    void keysThatBeginWithTwoSlashesAreComments() {
        String json = """
                {"//": "why", "name": "x", "// more": ["why", {"k": 1}],
                 "defaults": {"//": 1, "//lr": "lowest loss of three", "data": "xor", "k": 2, "p": 2, "n": 9, "hidden": 3},
                 "grids": [{"//": "a", "//": "twice", "epochs": {"//": "enough", "dense": 1}}]}""";

        assertThat(read(json).trials()).isEqualTo(1);
    }

    @Test
    void aSetOptionCountsInEveryGrid() {
        Sweep sweep = read(
                SweepText.FIGURE,
                "seed=1..2",
                "repeat=3",
                "epochs.dense=7",
                "hidden=[16, \"32x16\"]",
                "lr=0.5",
                "stages=[\"dense\"]",
                "keep.hidden=0");

        List<Trial> trials = trials(sweep);
        assertThat(trials).hasSize(2 * 4 * 2).allMatch(trial -> trial.epochs().dense() == 7);
        assertThat(trials).allMatch(trial -> trial.learningRate() == 0.5 && trial.repeat() == 3);
        assertThat(trials.stream().map(Trial::hidden).distinct())
                .containsExactlyInAnyOrder(List.of(16), List.of(32, 16));
    }

    @Test
    void aSetOptionMayBeAnObjectAndChangesOnlyTheKeysThatItNames() {
        Trial trial = trials(read(grids("{}"), "epochs={\"hidden\": 7}")).get(0);

        assertThat(trial.epochs()).isEqualTo(new Epochs(10, 7, 0));
    }

    @Test
    void aSetOptionMayGiveTheDataThatTheFileLeavesOut() {
        assertThat(read(grids("{}").replace("\"data\": \"xor\", ", ""), "data=xor")
                        .trials())
                .isEqualTo(1);
    }

    @Test
    void aSetOptionWithoutQuotesIsText() {
        assertThat(trials(read(grids("{}"), "hidden=16x8", "normalise=ranking", "batch=full"))
                        .get(0)
                        .hidden())
                .containsExactly(16, 8);
        assertThat(read(grids("{}"), "name=2024-11").name()).isEqualTo("2024-11");
    }

    @Test
    void theResolvedFileReadsBackToItself() {
        for (String json : List.of(
                SweepText.FIGURE,
                grids(
                        "{\"hidden\": [\"9x8\", 4], \"lr\": [1e-9, 0.1, 3], \"seed\": [4, \"7..9\", \"20..40 step 5\"]}"))) {
            Sweep sweep = read(json);
            Sweep again = read(sweep.resolved());

            assertThat(again.resolved()).isEqualTo(sweep.resolved());
            assertThat(again.about()).isEqualTo(sweep.about());
            assertThat(again.hash()).isEqualTo(sweep.hash()).hasSize(64);
            assertThat(trials(again)).isEqualTo(trials(sweep));
        }
    }

    @Test
    void theResolvedFileWritesEveryDefaultOut() {
        assertThat(read(grids("{\"lr\": [1e-3, 0.00002]}")).resolved()).isEqualTo("""
                {
                  "name": "small",
                  "about": "",
                  "grids": [
                    {"data": "xor", "k": 2, "p": 4, "n": 100, "test": 3000, "hidden": 8, "lr": [0.001, 0.00002], "l2": 0, \
                "l2_input": "l2", "batch": "full", "epochs": {"dense": 10, "hidden": 0, "input": 0}, "stages": ["dense"], \
                "keep": {"hidden": 0, "input": 0}, "mu": 20, "normalise": "in_place", "phases": "hidden_first", \
                "prune": "connections", "curves": 0, "repeat": 1, "seed": 1}
                  ]
                }
                """);
    }

    @Test
    void aZeroWithASignIsZero() {
        assertThat(trials(read(grids("{\"l2\": -0.0}")))).isEqualTo(trials(read(grids("{\"l2\": 0}"))));
    }

    @Test
    void theSameMeaningGivesTheSameHash() {
        assertThat(read(grids("{\"seed\": [1, 2, 3], \"lr\": 1e-1, \"mu\": 20}"))
                        .hash())
                .isEqualTo(read(grids("{\"mu\": 2e1, \"lr\": 0.10, \"seed\": \"1..3\"}"))
                        .hash());
        String stages = "{\"stages\": [%s], \"keep\": {\"hidden\": 2}, \"epochs\": {\"hidden\": 1}}";
        assertThat(read(grids(stages.formatted("\"cpna_hidden\", \"dense\""))).hash())
                .isEqualTo(read(grids(stages.formatted("\"dense\", \"cpna_hidden\"")))
                        .hash());
    }

    private static List<Trial> trials(Sweep sweep) {
        Plan plan = Plan.of(sweep);
        return LongStream.range(0, plan.size()).mapToObj(plan::trial).toList();
    }
}
