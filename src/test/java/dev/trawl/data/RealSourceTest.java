package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made set of 103 rows and two repeated ones; the first input numbers the row, the second is constant. */
class RealSourceTest {

    private static final int ROWS = 105;
    private static final int DISTINCT = 103;

    @TempDir
    private Path folder;

    private CsvFile set;

    @BeforeEach
    void writeTheSet() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < DISTINCT; row++) {
            lines.add(row + ",9," + (row % 4 == 0 ? "rare" : "common"));
        }
        lines.add(lines.get(0));
        lines.add(lines.get(1));
        Path file = Files.write(folder.resolve("made.csv"), lines);
        set = CsvFile.read(file.toString(), new CsvLayout("3", CsvLayout.Header.NONE, List.of()));
    }

    @Test
    void withoutAFoldTheirNumberIsNoPartOfTheDivision() {
        assertThat(new Division(false, true, Division.NO_FOLD, 10)).isEqualTo(Division.whole());
        assertThat(new Division(false, true, 1, 10)).isNotEqualTo(new Division(false, true, 1, 5));
    }

    @Test
    void aFifthOfTheRowsTests() {
        RealSource whole = new RealSource(set, Division.whole());
        assertThat(whole.trainRows()).isEqualTo(84);
        assertThat(whole.testRows()).isEqualTo(21);
        assertSizes(whole);
    }

    @Test
    void everyDivisionHasTheSizesThatItSays() {
        for (boolean distinct : new boolean[] {false, true}) {
            for (boolean stratified : new boolean[] {false, true}) {
                for (int fold = 0; fold <= 3; fold++) {
                    assertSizes(new RealSource(set, new Division(distinct, stratified, fold, 3)));
                }
            }
        }
    }

    @Test
    void inputsAreScaledByTheTrainingRowsAndAConstantOneBecomesZero() {
        boolean beyond = false;
        for (int repeat = 1; repeat <= 20; repeat++) {
            Split split = new RealSource(set, Division.whole()).load(repeat);
            float[] train = column(split.train(), 0);
            Arrays.sort(train);
            assertThat(train[0]).isEqualTo(-1f);
            assertThat(train[train.length - 1]).isEqualTo(1f);
            assertThat(column(split.train(), 1)).containsOnly(0f);
            assertThat(column(split.test(), 1)).containsOnly(0f);
            for (float value : column(split.test(), 0)) {
                beyond |= Math.abs(value) > 1;
            }
        }
        assertThat(beyond).as("a test row beyond all training rows").isTrue();
    }

    @Test
    void theRepeatDrawsTheSplit() {
        RealSource whole = new RealSource(set, Division.whole());
        assertThat(numbers(whole.load(1).test()))
                .isEqualTo(numbers(whole.load(1).test()));
        assertThat(numbers(whole.load(2).test()))
                .isNotEqualTo(numbers(whole.load(1).test()));
    }

    @Test
    void eachClassIsDividedAlike() {
        for (int repeat = 1; repeat <= 5; repeat++) {
            int[] labels =
                    new RealSource(set, Division.whole()).load(repeat).test().labels();
            assertThat(Arrays.stream(labels).filter(label -> label == 1).count())
                    .isBetween(5L, 6L);
        }
    }

    @Test
    void foldsDivideTheTrainingPartAndNeverSeeTheTestPart() {
        Set<Integer> training = rows(hands(0).train());
        Set<Integer> held = new HashSet<>();
        for (int fold = 1; fold <= 5; fold++) {
            Set<Integer> here = rows(hands(fold).test());
            Set<Integer> rest = rows(hands(fold).train());
            here.forEach(row -> assertThat(held.add(row)).isTrue());
            assertThat(rest).hasSize(training.size() - here.size()).noneMatch(here::contains);
            assertThat(training).containsAll(rest);
        }
        assertThat(held).isEqualTo(training);
    }

    @Test
    void foldsDivideEachClassAlikeWhereTheTestPartWasDrawnPlainly() {
        for (int fold = 1; fold <= 5; fold++) {
            RealSource held = new RealSource(set, new Division(false, false, fold, 5));
            long rare = rare(held.load(2).test());
            assertThat(rare(held.load(2).train())).isBetween(4 * rare - 4, 4 * rare + 4);
        }
    }

    @Test
    void withoutTheRepeatedRowsNoTestRowHasACopy() {
        for (int repeat = 1; repeat <= 5; repeat++) {
            Split split = new RealSource(set, new Division(true, true, 0, 5)).load(repeat);
            assertThat(numbers(split.test()))
                    .hasSize(split.test().rows())
                    .doesNotContainAnyElementsOf(numbers(split.train()));
        }
    }

    /** The rare class is dealt last. Row 26 is a test row, as is every fifth before it. */
    @Test
    void aClassWithoutATrainingRowIsRefused() throws IOException {
        assertThatThrownBy(() -> madeOf(25, 1).load(3))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "classes: no training row of repeat 3 has the class \"rare\" (1 of 26 rows); it needs more of"
                                + " them, or none");
        assertThat(madeOf(24, 1).load(3).train().labels())
                .as("no test row has it")
                .contains(1);
        assertThat(madeOf(25, 2).load(3).train().labels()).contains(1);
    }

    @Test
    void aClassThatAFoldAloneHasIsRefusedInThatFold() throws IOException {
        RealSet set = madeOf(23, 1).set();
        int refused = 0;
        for (int fold = 1; fold <= 4; fold++) {
            RealSource source = new RealSource(set, new Division(false, true, fold, 4));
            try {
                assertThat(source.load(3).train().labels()).contains(1);
            } catch (DataException e) {
                assertThat(e)
                        .hasMessageStartingWith(
                                "classes: no training row of repeat 3, fold " + fold + " of 4, has the class \"rare\"");
                refused++;
            }
        }
        assertThat(refused).isEqualTo(1);
    }

    private RealSource madeOf(int common, int rare) throws IOException {
        List<String> lines = IntStream.range(0, common + rare)
                .mapToObj(row -> row + "," + (row < common ? "common" : "rare"))
                .toList();
        Path file = Files.write(folder.resolve("classes.csv"), lines);
        return new RealSource(
                CsvFile.read(file.toString(), new CsvLayout("2", CsvLayout.Header.NONE, List.of())), Division.whole());
    }

    @Test
    void everyOptionIsPartOfTheIdentity() {
        Set<String> identities = new HashSet<>();
        for (boolean distinct : new boolean[] {false, true}) {
            for (boolean stratified : new boolean[] {false, true}) {
                identities.add(new RealSource(set, new Division(distinct, stratified, 0, 5)).description());
                identities.add(new RealSource(set, new Division(distinct, stratified, 1, 5)).description());
                identities.add(new RealSource(set, new Division(distinct, stratified, 1, 4)).description());
            }
        }
        assertThat(identities).hasSize(12);
    }

    @Test
    void aFoldThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new Division(false, true, 6, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fold must be no more than folds, which is 5, not 6");
    }

    private Dealer.Hands hands(int fold) {
        int[] all = IntStream.range(0, ROWS).toArray();
        return Dealer.deal(all, set.observations().labels(), new Division(false, true, fold, 5), 7);
    }

    private static long rare(Dataset rows) {
        return Arrays.stream(rows.labels()).filter(label -> label == 1).count();
    }

    private static Set<Integer> rows(int[] rows) {
        return IntStream.of(rows).boxed().collect(Collectors.toSet());
    }

    private static void assertSizes(RealSource source) {
        Split split = source.load(3);
        assertThat(split.train().rows()).isEqualTo(source.trainRows());
        assertThat(split.test().rows()).isEqualTo(source.testRows());
        assertThat(split.train().inputs()).isEqualTo(source.inputs());
        assertThat(split.train().classes()).isEqualTo(source.classes());
    }

    /** The first input, which tells rows apart. */
    private static Set<Float> numbers(Dataset rows) {
        Set<Float> numbers = new HashSet<>();
        for (float value : column(rows, 0)) {
            numbers.add(value);
        }
        return numbers;
    }

    private static float[] column(Dataset rows, int input) {
        float[] values = new float[rows.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.x().get(row, input);
        }
        return values;
    }
}
