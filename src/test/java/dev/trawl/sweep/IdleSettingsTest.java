package dev.trawl.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdleSettingsTest {

    @Test
    void whatNoStageLooksAtIsTold() throws SweepFileException {
        assertThat(idle("\"stages\": [\"dense\"], \"mu\": [5, 20], \"keep\": {\"hidden\": [1, 2]}"))
                .containsExactly(
                        "grids[0]: keep.hidden has 2 values, and its stages do not prune: trials that differ in it"
                                + " alone come out alike",
                        "grids[0]: mu has 2 values, and its stages do not prune: trials that differ in it alone come"
                                + " out alike");
        assertThat(idle("\"stages\": [\"cpna_hidden\"], \"mu\": [5, 20], \"keep\": {\"hidden\": 2, \"input\": [3, 4]}"))
                .singleElement()
                .asString()
                .startsWith("grids[0]: keep.input has 2 values, and its stages do not prune inputs");
    }

    @Test
    void whatPruningKeepsIsToldWhereNothingPrunes() throws SweepFileException {
        String keeps = "\"keep\": {\"hidden\": 2}";
        assertThat(idle(keeps))
                .containsExactly("grids[0]: keep.hidden is 2, and nothing is pruned: name stages that prune, as in"
                        + " \"stages\": [\"dense\", \"cpna_all\"]");
        assertThat(idle(keeps + "}, {\"seed\": 2, \"stages\": [\"cpna_hidden\"], " + keeps))
                .as("a dense grid beside one that prunes, which may have it from the defaults")
                .isEmpty();
    }

    @Test
    void whatPruningKeepsOfInputsIsToldWhereNoInputsArePruned() throws SweepFileException {
        String keeps = "\"keep\": {\"hidden\": 2, \"input\": 3}";
        String grid = "\"stages\": [\"dense\", \"cpna_hidden\"], " + keeps;
        assertThat(idle(grid))
                .containsExactly("grids[0]: keep.input is 3, and no inputs are pruned: stage \"cpna_all\" does that");
        assertThat(idle(grid + "}, {\"seed\": 2, \"stages\": [\"cpna_all\"], " + keeps))
                .isEmpty();
    }

    /** Networks that are retrained are given as many epochs as all phases have. */
    @Test
    void epochsOfAPhaseThatIsNotRunTrainNobodyUnlessNetworksAreRetrained() throws SweepFileException {
        String grid = "\"stages\": [\"cpna_hidden\"], \"epochs\": {\"dense\": 1, \"hidden\": 2, \"input\": [0, 2]},"
                + " \"keep\": {\"hidden\": 2}";
        assertThat(idle(grid))
                .singleElement()
                .asString()
                .startsWith("grids[0]: epochs.input has 2 values, and its stages do not prune inputs");
        assertThat(idle(grid.replace("_hidden\"]", "_hidden\", \"retrained_random\"]")))
                .isEmpty();
    }

    @Test
    void cpaDoesNotNormalise() throws SweepFileException {
        String grid =
                "\"stages\": [\"dense\", \"cpa_hidden\"], \"normalise\": [\"in_place\", \"ranking\"], \"keep\": {\"hidden\": 2}";
        assertThat(idle(grid))
                .singleElement()
                .asString()
                .startsWith("grids[0]: normalise has 2 values, and its stages do not normalise");
        assertThat(idle(grid.replace("cpa_", "cpna_"))).isEmpty();
    }

    @Test
    void whatAStageUsesIsNot() throws SweepFileException {
        assertThat(
                        idle(
                                "\"stages\": [\"cpna_all\"], \"mu\": [5, 20], \"keep\": {\"hidden\": [1, 2], \"input\": [3, 4]}"))
                .isEmpty();
        assertThat(idle("\"stages\": [\"dense\"], \"mu\": 5, \"lr\": [0.1, 0.2]"))
                .isEmpty();
    }

    private static List<String> idle(String grid) throws SweepFileException {
        return IdleSettings.in(SweepFile.read("""
                {"name": "x", "defaults": {"data": "xor", "k": 2, "p": 3, "n": 60, "hidden": 4,
                                           "epochs": {"dense": 1, "hidden": 2, "input": 2}},
                 "grids": [{%s}]}""".formatted(grid)));
    }
}
