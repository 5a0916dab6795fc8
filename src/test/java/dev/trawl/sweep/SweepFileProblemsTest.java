package dev.trawl.sweep;

import static dev.trawl.sweep.SweepText.grids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.json.PackageVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepFileProblemsTest {

    @Test
    void aMisspeltKeyIsNamedWithItsLineAndTheNearestOne() {
        assertThat(problems(grids("{\"p\": 4}", "{\"hiden\": 3}")))
                .containsExactly("x.json:5: grids[1].hiden: unknown key; did you mean \"hidden\"?");
        assertThat(problems(grids("{\"epochs\": {\"desne\": 3}}")))
                .containsExactly("x.json:4: grids[0].epochs.desne: unknown key; did you mean \"dense\"?");
    }

    @Test
    void aKeyLikeNoOtherIsAnsweredWithAll() {
        assertThat(problems(grids("{\"keep\": {\"everything\": 3}}")))
                .containsExactly("x.json:4: grids[0].keep.everything: unknown key; expected one of hidden, input");
    }

    @Test
    void aNameWithADotIsSentIntoItsObject() {
        assertThat(problems(grids("{\"epochs.dense\": 3}")))
                .containsExactly(
                        "x.json:4: grids[0].epochs.dense: is a key in an object: \"epochs\": {\"dense\": ...}");
    }

    @Test
    void aSettingAtTheTopIsSentWhereItBelongs() {
        assertThat(problems(grids("{}").replace("{\"name\"", "{\"lr\": 1, \"name\"")))
                .containsExactly("x.json:1: lr: belongs in \"defaults\" or in a grid");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThat(problems(grids("{}").replace("\"p\": 4, ", "")))
                .containsExactly(
                        "x.json:4: grids[0]: p is missing, here and in \"defaults\": expected a whole number, 1 or more");
        assertThat(problems(grids("{}").replace("\"name\": \"small\",", "")))
                .containsExactly("x.json:1: name is missing: expected letters, digits, \"-\", \"_\" and \".\"");
        assertThat(problems(grids("{}").replace("\"name\": \"small\"", "\"name\": \"\"")))
                .containsExactly("x.json:1: name: expected letters, digits, \"-\", \"_\" and \".\", not \"\"");
        assertThat(problems(grids("{}").replace("\"name\": \"small\"", "\"name\": 5")))
                .containsExactly("x.json:1: name: expected a text, not 5");
    }

    @Test
    void aMisspeltKeyAtTheTopIsToldOnce() {
        assertThat(problems(grids("{}").replace("\"name\"", "\"nmae\"")))
                .containsExactly("x.json:1: nmae: unknown key; did you mean \"name\"?");
        assertThat(problems(grids("{}").replace("\"grids\"", "\"grid\"")))
                .containsExactly("x.json:3: grid: unknown key; did you mean \"grids\"?");
    }

    @Test
    void aWrongTypeIsQuotedWithWhatWasExpected() {
        assertThat(problems(grids("{\"p\": \"ten\"}")))
                .containsExactly("x.json:4: grids[0].p: expected a whole number, 1 or more, not \"ten\"");
        assertThat(problems(grids("{\"p\": 4.5}")))
                .containsExactly("x.json:4: grids[0].p: expected a whole number, 1 or more, not 4.5");
        assertThat(problems(grids("{\"lr\": true}")))
                .containsExactly("x.json:4: grids[0].lr: expected a number, above 0, not true");
        assertThat(problems(grids("{\"seed\": null}")))
                .containsExactly("x.json:4: grids[0].seed: expected a whole number, 0 or more, not null");
        assertThat(problems(grids("{\"epochs\": 400}")))
                .containsExactly("x.json:4: grids[0].epochs: expected an object with dense, hidden, input, not 400");
        assertThat(problems(grids("{\"stages\": \"dense\"}")))
                .containsExactly(
                        "x.json:4: grids[0].stages: expected a list of stages, like [\"dense\", \"cpna_hidden\"],"
                                + " not \"dense\"");
        assertThat(problems(grids("{\"l2_input\": \"none\"}")))
                .containsExactly("x.json:4: grids[0].l2_input: expected a number, 0 or more, or \"l2\", not \"none\"");
        assertThat(problems(grids("{\"batch\": \"half\"}")))
                .containsExactly(
                        "x.json:4: grids[0].batch: expected a whole number, 1 or more, or \"full\", not \"half\"");
        assertThat(problems(grids("{\"hidden\": \"16x0\"}")))
                .containsExactly(
                        "x.json:4: grids[0].hidden: expected a whole number, or several like \"512x64\", 1 or more,"
                                + " not \"16x0\"");
    }

    @Test
    void aValueOutOfRangeIsNamedInItsList() {
        assertThat(problems(grids("{\"p\": [4,\n 8,\n 0]}")))
                .containsExactly("x.json:6: grids[0].p[2]: expected a whole number, 1 or more, not 0");
        assertThat(problems(grids("{\"epochs\": {\"dense\": -1}}")))
                .containsExactly("x.json:4: grids[0].epochs.dense: expected a whole number, 0 or more, not -1");
        assertThat(problems(grids("{\"n\": 3000000000}")))
                .containsExactly("x.json:4: grids[0].n: expected at most 2147483647, not 3000000000");
        assertThat(problems(grids("{\"seed\": \"1..9007199254740992\"}")))
                .containsExactly(
                        "x.json:4: grids[0].seed: expected at most 9007199254740991, not \"1..9007199254740992\"");
        assertThat(problems(grids("{\"n\": 1e999999999}")))
                .containsExactly("x.json:4: grids[0].n: expected a whole number, 1 or more, not 1e999999999");
        assertThat(problems(grids("{\"lr\": 0}")))
                .containsExactly("x.json:4: grids[0].lr: expected a number, above 0, not 0");
        assertThat(problems(grids("{\"p\": \"9..4\"}")))
                .containsExactly("x.json:4: grids[0].p: \"9..4\": a range must run upwards, not from 9 to 4");
        assertThat(problems(grids("{\"p\": \"4..400000\"}")))
                .containsExactly("x.json:4: grids[0].p: expected a range of at most 100000 numbers, not \"4..400000\"");
        assertThat(problems(grids("{\"p\": []}")))
                .containsExactly(
                        "x.json:4: grids[0].p: expected a whole number, 1 or more, or a list with at least one,"
                                + " not []");
    }

    @Test
    void aMisspeltWordIsAnsweredWithTheNearest() {
        assertThat(problems(grids("{\"normalise\": \"inplace\"}")))
                .containsExactly("x.json:4: grids[0].normalise: unknown value \"inplace\"; did you mean \"in_place\"?");
        assertThat(problems(grids("{\"stages\": [\"dense\", \"cpna_al\"]}")))
                .containsExactly("x.json:4: grids[0].stages[1]: unknown value \"cpna_al\"; did you mean \"cpna_all\"?");
        String place = "x.json:4: grids[0].data: ";
        assertThat(problems(grids("{\"data\": \"spirals\"}")))
                .containsExactly(place + "unknown value \"spirals\"; expected a data set, \"xor\", {\"uci\": one of"
                        + " car, segmentation, optdigits, mfeat-fac, isolet} or {\"csv\": file, \"label\": column}");
        assertThat(problems(grids("{\"data\": \"car\"}")))
                .containsExactly(place + "unknown value \"car\"; did you mean {\"uci\": \"car\"}?");
        assertThat(problems(grids("{\"data\": \"a/iris.csv\"}")))
                .containsExactly(place
                        + "unknown value \"a/iris.csv\"; did you mean {\"csv\": \"a/iris.csv\", \"label\": column}?");
        assertThat(problems(grids("{\"data\": \"XOR\"}")))
                .containsExactly(place + "unknown value \"XOR\"; did you mean \"xor\"?");
    }

    @Test
    void valuesThatDoNotGoTogetherAreNamedAtOneOfThem() {
        assertThat(problems(grids("{}", "{\"k\": 5,\n \"p\": 4}")))
                .containsExactly("x.json:6: grids[1].p: must be at least k = 5, not 4");
        assertThat(problems(grids("{\"k\": [2, 5]}")))
                .containsExactly("x.json:4: grids[0]: p must be at least k = 5, not 4");
        assertThat(problems(grids("{\"batch\": 101}")))
                .containsExactly("x.json:4: grids[0].batch: must be at most n = 100, not 101");
        assertThat(
                        problems(
                                grids(
                                        "{\"stages\": [\"cpna_hidden\"], \"epochs\": {\"hidden\": 3}, \"keep\": {\"hidden\": [8, 9]}}")))
                .containsExactly(
                        "x.json:4: grids[0].keep.hidden: must be at most 8, the connections above hidden layer 1, not 9");
        assertThat(problems(grids("{\"stages\": [\"cpna_hidden\"], \"keep\": {\"hidden\": 8}}")))
                .containsExactly(
                        "x.json:4: grids[0]: epochs.hidden must be 1 or more where hidden connections are pruned");
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThat(problems(grids("{\"p\": 4,\n \"n\": 5,\n \"p\": 6}")))
                .containsExactly("x.json:6: grids[0].p: given twice, first in x.json:4");
    }

    @Test
    void aValueGivenTwiceIsRefused() {
        assertThat(problems(grids("{\"hidden\": [20, \"19..21\"]}")))
                .containsExactly("x.json:4: grids[0].hidden[1]: 20 is given twice");
        assertThat(problems(grids("{\"seed\": [\"1..10\", 5]}")))
                .containsExactly("x.json:4: grids[0].seed: 5 is given twice in [\"1..10\", 5]");
        assertThat(problems(grids("{\"stages\": [\"dense\", \"dense\"]}")))
                .containsExactly("x.json:4: grids[0].stages[1]: \"dense\" is given twice");
    }

    @Test
    void gridsThatOverlapAreBothNamed() {
        assertThat(problems(grids(
                        "{\"p\": [4, 8], \"seed\": \"1..10\"}", "{\"p\": 6}", "{\"p\": [8, 9], \"seed\": \"0..2\"}")))
                .containsExactly("x.json:6: grids[2]: 2 trials are also in grids[0] (x.json:4), for example"
                        + " p=8 n=100 hidden=8 repeat=1 seed=1");
    }

    @Test
    void gridsThatShareCellsButNoSeedsAreFine() {
        assertThat(SweepText.plan("{\"seed\": \"1..99 step 2\"}", "{\"seed\": \"2..100 step 2\"}")
                        .size())
                .isEqualTo(100);
    }

    @Test
    void whatIsNoJsonIsNamedByPosition() {
        assertThat(problems("{\"name\": \"x\",\n  \"grids\": [}"))
                .containsExactly("x.json:2:" + (beforeTheMarker() ? 13 : 14)
                        + ": this is no JSON: Unexpected close marker '}': expected ']'"
                        + " (for Array starting at line 2, column 12)");
        assertThat(problems("")).containsExactly("x.json:1:1: this is no JSON: nothing there");
        assertThat(problems("{} {}")).singleElement().asString().contains("more text after the end");
        assertThat(problems("[1]"))
                .containsExactly(
                        "x.json:1: expected an object with name, about, defaults, grids, steps, profiles, not [1]");
    }

    @Test
    void whatJsonHasNotIsSaidInPlainWords() {
        assertThat(problems(grids("{\"lr\": NaN}")))
                .containsExactly("x.json:4: grids[0].lr: expected a number, above 0, not NaN");
        assertThat(problems(grids("{\"hidden\": -Infinity}")))
                .singleElement()
                .asString()
                .startsWith("x.json:4: grids[0].hidden: expected a whole number")
                .endsWith("not -Infinity");
        for (String comment : List.of("// why", "/* why */")) {
            assertThat(problems("{\"name\": \"x\",\n" + comment + "\n\"grids\": []}"))
                    .singleElement()
                    .asString()
                    .startsWith("x.json:2:")
                    .endsWith("this is no JSON: a comment is a key that begins with //, as in \"//\": \"why\"");
        }
        assertThat(problems("{\"name\": \"x\",\n\"grids\": [{}, ]}"))
                .singleElement()
                .asString()
                .startsWith("x.json:2:")
                .endsWith("this is no JSON: the comma before ] is one too many");
        assertThat(problems("{\"name\": \"x\",\n}"))
                .singleElement()
                .asString()
                .startsWith("x.json:2:")
                .endsWith("this is no JSON: the comma before } is one too many");
        assertThat(problems("{\"name\": ]}")).singleElement().asString().doesNotContain("comma");
        assertThat(problems("{\"name\": x}"))
                .singleElement()
                .asString()
                .endsWith("this is no JSON: x is no value; texts stand between double quotation marks");
        assertThat(problems("{'name': 1}"))
                .singleElement()
                .asString()
                .endsWith("this is no JSON: texts and keys stand between double quotation marks");
        assertThat(problems("{\"lr\": +1}"))
                .singleElement()
                .asString()
                .endsWith("this is no JSON: a number has no + before it");
    }

    @Test
    void theMarkThatWindowsBeginsFilesWithIsPassedOver() {
        assertThat(SweepText.read("\ufeff" + grids("{}")).trials()).isEqualTo(1);
        assertThat(problems("\ufeff" + grids("{\"p\": 0}")))
                .containsExactly("x.json:4: grids[0].p: expected a whole number, 1 or more, not 0");
    }

    @Test
    void networksAndDataLargerThanAnArrayAreRefused() {
        assertThat(problems(grids("{\"hidden\": 1000000000}")))
                .containsExactly(
                        "x.json:4: grids[0].hidden: must be at most 6249984 above p = 4, not 1000000000: an array does"
                                + " not hold a larger network");
        assertThat(problems(grids("{\"p\": 1000000, \"test\": 100,\n \"hidden\": 10000}")))
                .containsExactly(
                        "x.json:5: grids[0].hidden: must be at most 304 above p = 1000000, not 10000: an array does not"
                                + " hold a larger network");
        assertThat(problems(grids("{\"hidden\": \"8x65536x65536\"}")))
                .singleElement()
                .asString()
                .startsWith("x.json:4: grids[0].hidden: must be at most 5040 above 65536 units, not 65536:");
        assertThat(problems(grids("{\"p\": 2000000000}")))
                .containsExactly("x.json:4: grids[0].p: must be at most 15625000, not 2000000000");
        assertThat(problems(grids("{\"p\": 1000000, \"n\": 1000000}")))
                .containsExactly("x.json:4: grids[0].n: must be at most 2000 where p = 1000000, not 1000000");
        assertThat(problems(grids("{\"test\": 2147483647}")))
                .containsExactly("x.json:4: grids[0].test: must be at most 250000000 where p = 4, not 2147483647");
    }

    /** The Jackson of Spark 3.5, 2.15, names the place behind a fault. */
    private static boolean beforeTheMarker() {
        return PackageVersion.VERSION.getMinorVersion() > 15;
    }

    @Test
    void aFileWithoutGridsIsRefused() {
        assertThat(problems("{}"))
                .containsExactly(
                        "x.json:1: name is missing: expected letters, digits, \"-\", \"_\" and \".\"",
                        "x.json:1: grids is missing: expected a list with at least one grid; or \"steps\", a list of steps"
                                + " with grids each");
        assertThat(problems("{\"name\": \"x\",\n\"grids\": []}"))
                .containsExactly("x.json:2: grids: expected a list with at least one grid");
    }

    @Test
    void numbersAndNestingBeyondAllBoundsAreRefused() {
        assertThat(problems(grids("{}"), "p=1e-99999999999"))
                .containsExactly("--set p=1e-99999999999: p: expected a whole number, 1 or more, not 1e-99999999999");
        assertThat(problems("[".repeat(3000))).singleElement().asString().startsWith("x.json: this is no JSON");
    }

    @Test
    void aSetOptionIsNamedAsItWasTyped() {
        assertThat(problems(grids("{}"), "lr=-1"))
                .containsExactly("--set lr=-1: lr: expected a number, above 0, not -1");
        assertThat(problems(grids("{}"), "hiden=3"))
                .containsExactly("--set hiden=3: hiden: unknown key; did you mean \"hidden\"?");
        assertThat(problems(grids("{}"), "lr")).containsExactly("--set lr: expected key=value");
        assertThat(problems(grids("{}"), "split=foo"))
                .as("of a setting that xor has not")
                .containsExactly("--set split=foo: split: unknown value \"foo\"; expected one of stratified, plain");
        assertThat(problems(grids("{}"), "p=1-5"))
                .containsExactly(
                        "--set p=1-5: p: expected a whole number, 1 or more, or a range such as \"1..5\", not \"1-5\"");
        assertThat(problems(grids("{}"), "p=[2,4"))
                .containsExactly("--set p=[2,4: p: this is no JSON list or object; perhaps the shell took its quotes");
        assertThat(problems(grids("{}", "{\"k\": 3}"), "p=2"))
                .containsExactly("--set p=2: p: must be at least k = 3, not 2, in grids[1]");
    }

    @Test
    void whatNoGridsDataHasCannotBeSet() {
        assertThat(problems(grids("{}", "{\"k\": 3}"), "fold=2", "duplicates=drop"))
                .containsExactly(
                        "--set fold=2: fold: data xor has no fold",
                        "--set duplicates=drop: duplicates: data xor has no duplicates");
        assertThat(SweepText.read(grids("{}", "{\"data\": {\"uci\": \"car\"}}"), "fold=2")
                        .trials())
                .as("one grid takes it")
                .isEqualTo(2);
    }

    @Test
    void aWrongDefaultIsNamedOnceHoweverManyGridsHaveIt() {
        assertThat(problems(grids("{}", "{\"n\": 5}").replace("\"k\": 2", "\"k\": 0")))
                .containsExactly("x.json:2: defaults.k: expected a whole number, 1 or more, not 0");
    }

    @Test
    void aWrongDefaultIsSeenThoughEveryGridReplacesIt() {
        assertThat(problems(grids("{\"k\": 1}").replace("\"k\": 2", "\"k\": 0")))
                .containsExactly("x.json:2: defaults.k: expected a whole number, 1 or more, not 0");
    }

    @Test
    void theFirstFewProblemsAreToldAtOnce() {
        assertThat(problems(grids("{\"k\": 0, \"p\": 0, \"n\": 0}", "{\"k\": 0, \"p\": 0, \"n\": 0}")))
                .hasSize(6)
                .startsWith("x.json:4: grids[0].k: expected a whole number, 1 or more, not 0")
                .endsWith("... and more problems like these");
    }

    @Test
    void aSweepTooLargeToIndexIsRefused() {
        assertThat(problems(grids("{\"seed\": \"1..3000000000\"}")))
                .containsExactly("x.json:4: grids[0]: more trials than the 2147483647 that are allowed");
        assertThat(problems(grids("{\"seed\": \"1..2000000000\"}", "{\"p\": 5, \"seed\": \"1..2000000000\"}")))
                .containsExactly("x.json:3: grids: more trials than the 2147483647 that are allowed");
        assertThat(problems(grids("{\"p\": \"4..1003\", \"n\": \"1..1000\"}")))
                .containsExactly(
                        "x.json:4: grids[0]: 1000000 combinations without repeats and seeds; at most 250000 are"
                                + " allowed");
    }

    private static List<String> problems(String json, String... overrides) {
        SweepFileException refused = catchThrowableOfType(
                SweepFileException.class, () -> SweepFile.read("x.json", json, List.of(overrides)));
        assertThat(refused).as("refused").isNotNull().hasMessage(String.join("\n", refused.problems()));
        return refused.problems();
    }
}
