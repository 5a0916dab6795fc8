package dev.trawl.sweep;

import static dev.trawl.sweep.SweepText.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.data.Division;
import dev.trawl.data.RealSource;
import dev.trawl.data.UciSet;
import dev.trawl.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealDataTest {

    @TempDir
    private Path folder;

    @Test
    void aUciSetIsKnownWithoutItsFiles() {
        Trial trial = Plan.of(read(grid("{\"uci\": \"car\"}", ""))).trial(0);
        assertThat(trial.data()).isEqualTo(new RealSource(UciSet.CAR, Division.whole()));
    }

    @Test
    void everyOptionReachesItsTrial() {
        Trial trial = Plan.of(read(grid(
                        "{\"uci\": \"segmentation\"}",
                        ", \"duplicates\": \"drop\", \"split\": \"plain\", \"fold\": 2, \"folds\": 4")))
                .trial(0);
        assertThat(trial.data()).isEqualTo(new RealSource(UciSet.SEGMENTATION, new Division(true, false, 2, 4)));
    }

    @Test
    void severalSetsAndFoldsMakeAProduct() {
        assertThat(read(grid("[{\"uci\": \"car\"}, {\"uci\": \"isolet\"}]", ", \"fold\": \"1..5\""))
                        .trials())
                .isEqualTo(10);
    }

    @Test
    void theResolvedSweepIsReadWithoutTheCsvFile() throws IOException {
        Path csv = Files.write(folder.resolve("made.csv"), List.of("a,b,class", "1,x,no", "2,y,yes", "3,x,no"));
        Sweep sweep = read(grid("{\"csv\": \"" + csv + "\", \"label\": \"class\"}", ""));
        Trial trial = Plan.of(sweep).trial(0);
        assertThat(trial.data().inputs()).isEqualTo(3);
        assertThat(trial.data().name()).isEqualTo("made");

        Files.delete(csv);
        assertThat(Plan.of(read(sweep.resolved())).trial(0)).isEqualTo(trial);
    }

    @Test
    void aCsvFileWithoutAHeaderHasNoneInTheResolvedSweepEither() throws IOException {
        Path csv = Files.write(folder.resolve("bare.csv"), List.of("1,no", "2,yes", "3,no", "4,yes", "5,no", "6,yes"));
        Sweep sweep = read(grid("{\"csv\": \"" + csv + "\", \"label\": 2, \"header\": false}", ""));
        Trial trial = Plan.of(read(sweep.resolved())).trial(0);
        assertThat(trial.data().trainRows() + trial.data().testRows()).isEqualTo(6);
        assertThat(trial.data().load(1).test().rows()).isEqualTo(trial.data().testRows());
    }

    @Test
    void columnsThatAreDroppedAreDroppedInTheResolvedSweepToo() throws IOException {
        Path csv = Files.write(folder.resolve("ids.csv"), List.of("7,1,x,no", "8,2,y,yes", "9,3,,no"));
        for (String drop : List.of("[1, \"3\"]", "[\"1\", 3]")) {
            Sweep sweep = read(
                    grid("{\"csv\": \"" + csv + "\", \"label\": 4, \"header\": false, \"drop\": " + drop + "}", ""));
            Trial trial = Plan.of(read(sweep.resolved())).trial(0);
            assertThat(trial.data().inputs()).isEqualTo(1);
            assertThat(trial.data().load(1).test().inputs()).isEqualTo(1);
        }
        Sweep one = read(grid("{\"csv\": \"" + csv + "\", \"label\": 4, \"header\": false, \"drop\": 3}", ""));
        assertThat(Plan.of(one).trial(0).data().inputs()).isEqualTo(2);
        for (String drop : List.of("null", "[[1]]", "[1, true]", "{\"1\": 1}")) {
            assertProblem(
                    "data: expected {\"csv\": file, \"label\": column name or number, \"header\": true or false, \"drop\": [columns]}",
                    grid("{\"csv\": \"" + csv + "\", \"label\": 4, \"header\": false, \"drop\": " + drop + "}", ""));
        }
    }

    @Test
    void settingsOfOtherDataAreRefusedInAGridAndPassedOverInTheDefaults() {
        assertProblem("data car has no k", grid("{\"uci\": \"car\"}", ", \"k\": 3"));
        assertProblem("data xor has no fold", SweepText.grids("{\"fold\": 1}"));
        assertThat(read("""
                {"name": "both", "defaults": {"k": 2, "p": 4, "n": 10, "folds": 3, "hidden": 4, "epochs": {"dense": 1}},
                 "grids": [{"data": "xor"}, {"data": {"uci": "car"}, "fold": "1..3"}]}""").trials()).isEqualTo(4);
    }

    @Test
    void anOptionKeepsTheDataSetsThatItNames() {
        String file = """
                {"name": "two", "defaults": {"hidden": 4, "epochs": {"dense": 1}},
                 "grids": [{"data": {"uci": "car"}}, {"data": [{"uci": "isolet"}, {"uci": "optdigits"}], "seed": "1..2"}]}""";
        assertThat(read(file, "data={\"uci\": \"optdigits\"}").trials()).isEqualTo(2);
        assertThatThrownBy(() -> SweepFile.read("x.json", file, List.of("data={\"uci\": \"segmentation\"}")))
                .hasMessageContaining("no grid has the data set");
    }

    @Test
    void foldsMakeNoOtherTrialsWhereThereIsNoFold() {
        assertProblem(
                "grids[0].folds: must be one number where fold may be \"none\"",
                grid("{\"uci\": \"car\"}", ", \"fold\": [\"none\", 1], \"folds\": [5, 10]"));
        String grids = """
                {"name": "two", "defaults": {"data": {"uci": "car"}, "hidden": 4, "epochs": {"dense": 1}},
                 "grids": [{"fold": ["none", 1]}, {"fold": [%s, 1], "folds": 10}]}""";
        assertProblem("1 trial is also in grids[0]", grids.formatted("\"none\""));
        assertThat(read(grids.formatted("2")).trials()).isEqualTo(4);
    }

    @Test
    void filesThatRowsWouldTellApartByNothingAreRefused() throws IOException {
        String first = csv("a/made.csv", "1,no");
        String same = csv("b/copy.csv", "1,no");
        String other = csv("b/made.csv", "2,no");
        String uci = csv("a/car.csv", "3,no");

        assertProblem(
                "copy.csv: says the same as " + folder.resolve("a/made.csv"),
                grid("[" + first + ", " + same + "]", ""));
        assertProblem("is given twice", grid("[" + first + ", " + first + "]", ""));
        assertProblem(
                "b/made.csv: rows would call it \"made\", as they call another data set",
                grid("[" + first + ", " + other + "]", ""));
        assertProblem("rows would call it \"car\"", grid(uci, ""));
    }

    private String csv(String name, String row) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of("a,class", row, "2,yes", "3,no"));
        return "{\"csv\": \"" + file + "\", \"label\": \"class\"}";
    }

    @Test
    void misspeltDataIsRefusedWithTheNearestWord() {
        assertProblem("data: expected a data set, \"xor\", {\"uci\"", grid("{\"//uci\": \"car\"}", ""));
        assertProblem("did you mean \"isolet\"", grid("{\"uci\": \"isolets\"}", ""));
        assertProblem("unknown key", grid("{\"uic\": \"isolet\"}", ""));
        assertProblem(
                "data: expected {\"csv\": file, \"label\": column name or",
                grid("{\"csv\": \"none.csv\", \"label\": null}", ""));
        assertProblem(
                "none.csv: there is no such file in the current directory, ",
                grid("{\"csv\": \"none.csv\", \"label\": \"class\"}", ""));
        assertProblem(
                "grids[0].fold: must be no more than folds, which is 5, not 6",
                grid("{\"uci\": \"car\"}", ", \"fold\": 6"));
        assertProblem("give them a grid each", grid("[\"xor\", {\"uci\": \"car\"}]", ""));
    }

    private static void assertProblem(String message, String json) {
        assertThatThrownBy(() -> SweepFile.read("x.json", json, List.of()))
                .isInstanceOf(SweepFileException.class)
                .hasMessageContaining(message);
    }

    private static String grid(String data, String more) {
        return "{\"name\": \"real\", \"grids\": [{\"data\": " + data + ", \"hidden\": 4, \"epochs\": {\"dense\": 1}"
                + more + "}]}";
    }
}
