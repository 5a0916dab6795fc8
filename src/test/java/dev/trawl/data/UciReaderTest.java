package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small made files in the layouts of the five sets. */
class UciReaderTest {

    @TempDir
    private Path folder;

    @Test
    void carHasCategoriesWhichBecomeOneHotAndTheLabelLast() throws IOException {
        Observations read = read(UciSet.CAR, 2, "low,vhigh,2,4,big,med,acc", "vhigh,low,5more,more,small,high,vgood");
        assertThat(read.inputs()).isEqualTo(21);
        assertThat(read.labels()).containsExactly(1, 3);
        assertThat(row(read, 0)).containsExactly(0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0);
        assertThat(row(read, 1)).containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1);
    }

    @Test
    void blanksAroundACommaMeanNothing() throws IOException {
        assertThat(read(UciSet.CAR, 1, " low , vhigh,2 ,4,\tbig, med ,acc ").content())
                .isEqualTo(read(UciSet.CAR, 1, "low,vhigh,2,4,big,med,acc").content());
    }

    @Test
    void segmentationHasFiveLinesBeforeTheRowsAndTheLabelFirst() throws IOException {
        Observations read =
                read(UciSet.SEGMENTATION, 1, ";;; a", ";;; b", "", "NAMES", "", "SKY,1.5,-2" + ",0".repeat(17));
        assertThat(read.labels()).containsExactly(1);
        assertThat(row(read, 0)).startsWith(1.5f, -2f, 0f).hasSize(19);
    }

    @Test
    void optdigitsHasTheLabelLast() throws IOException {
        Observations read = read(UciSet.OPTDIGITS, 1, "16," + "3,".repeat(63) + "7");
        assertThat(read.labels()).containsExactly(7);
        assertThat(row(read, 0)).startsWith(16f, 3f).hasSize(64);
    }

    @Test
    void mfeatFacHasBlanksAndItsLabelsAreItsLines() throws IOException {
        String[] lines = new String[20];
        for (int line = 0; line < 20; line++) {
            lines[line] = String.format("%5d", line) + "  111".repeat(215);
        }
        Observations read = read(UciSet.MFEAT_FAC, 20, lines);
        assertThat(read.classCounts()).containsOnly(2);
        assertThat(read.labels()[7]).isEqualTo(3);
        assertThat(row(read, 7)).startsWith(7f, 111f).hasSize(216);
    }

    @Test
    void isoletHasBlanksAfterCommasAndLabelsWithAPoint() throws IOException {
        Observations read = read(UciSet.ISOLET, 1, "-0.2080, " + "-0.0000, ".repeat(616) + "26.");
        assertThat(read.labels()).containsExactly(25);
        assertThat(row(read, 0)).startsWith(-0.208f, 0f).hasSize(617);
    }

    @Test
    void theOrderOfLinesDoesNotMatter() throws IOException {
        String first = "low,vhigh,2,4,big,med,acc";
        String second = "vhigh,low,5more,more,small,high,vgood";
        assertThat(read(UciSet.CAR, 2, first, second).content())
                .isEqualTo(read(UciSet.CAR, 2, second, first).content())
                .isNotEqualTo(read(UciSet.CAR, 2, first, first).content());
    }

    @Test
    void damageIsNamedWithItsLine() {
        String good = "low,vhigh,2,4,big,med,acc";
        assertDamage("line 2: 6 fields, 7 expected", good, "low,vhigh,2,4,big,acc");
        assertDamage("line 2: 1 fields, 7 expected", good, "", good);
        assertDamage("line 1: field 3 is \"7\", not one of [2, 3, 4, 5more]", "low,low,7,4,big,med,acc", good);
        assertDamage(
                "line 2: the class is \"great\", not one of [unacc, acc, good, vgood]",
                good,
                "low,low,2,4,big,med,great");
        assertDamage("line 3: more than the 2 rows that belong here", good, good, good);
        assertDamage("line 1: the file ends after 1 of 2 rows", good);
    }

    @Test
    void aWordAmongNumbersIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read(UciSet.OPTDIGITS, 1, "16,x," + "3,".repeat(62) + "7"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("line 1: field 2 is \"x\", not a number");
        assertThatThrownBy(() -> read(UciSet.OPTDIGITS, 1, "16,NaN," + "3,".repeat(62) + "7"))
                .hasMessageEndingWith("line 1: field 2 is \"NaN\", not a number");
    }

    private void assertDamage(String message, String... lines) {
        assertThatThrownBy(() -> read(UciSet.CAR, 2, lines))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("made") + ", " + message);
    }

    private Observations read(UciSet set, int rows, String... lines) throws IOException {
        Path file = Files.write(folder.resolve("made"), List.of(lines));
        UciReader reader = new UciReader(set.layout(), set.inputs(), set.classNames());
        reader.read(new TextFile(file), rows);
        return reader.observations();
    }

    private static float[] row(Observations read, int row) {
        return Arrays.copyOfRange(read.x().data, row * read.inputs(), (row + 1) * read.inputs());
    }
}
