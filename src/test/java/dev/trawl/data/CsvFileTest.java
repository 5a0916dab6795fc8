package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.data.CsvLayout.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    private static final CsvLayout LAYOUT = new CsvLayout("class", Header.NOT_SAID, List.of());

    @TempDir
    private Path folder;

    @Test
    void numbersAreInputsAndWordsBecomeOneHot() throws IOException {
        CsvFile file = csv("class", true, "size,colour,class", "1.5,red,no", "-2,blue,yes", "3,red,no");
        assertThat(file)
                .extracting(CsvFile::rows, CsvFile::inputs, CsvFile::classes)
                .containsExactly(3, 3, 2);
        assertThat(file.key()).isEqualTo("made");
        assertThat(file.observations().classes()).containsExactly("no", "yes");
        assertThat(file.observations().labels()).containsExactly(1, 0, 0);
        assertThat(file.observations().x().data).containsExactly(-2, 1, 0, 1.5f, 0, 1, 3, 0, 1);
    }

    @Test
    void anInputAfterAColumnOfWordsStandsBehindAllOfItsWords() throws IOException {
        CsvFile file = csv("class", true, "colour,size,kind,class", "red,7,b,no", "blue,8,a,yes", "green,9,b,no");
        assertThat(file.observations().x().data).containsExactly(0, 0, 1, 7, 0, 1, 0, 1, 0, 9, 0, 1, 1, 0, 0, 8, 1, 0);
    }

    @Test
    void theNameIsThatOfTheFileWithoutItsEndings() {
        for (String path : List.of("made", "made.csv", "a/made.csv.gz", "/b/made.csv.Z", "made.gz", "a/made.csv/")) {
            assertThat(new CsvFile(path, LAYOUT, 9, 9, 1, 2, "").key()).isEqualTo("made");
        }
    }

    /** As one with an accent is where the locale is not UTF-8: rows have its name, and say why it is not read. */
    @Test
    void aNameThatIsNoPathHereIsANameAndIsRefusedWhenRead() {
        CsvFile file = new CsvFile("a/made\0.csv", LAYOUT, 9, 9, 1, 2, "");
        assertThat(file.key()).isEqualTo("made\0");
        assertThatThrownBy(file::observations)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("\"a/made\0.csv\": ")
                .hasMessageEndingWith(". Letters beyond ASCII need a UTF-8 locale: LC_ALL=C.UTF-8");
    }

    @Test
    void aDriversFolderThatIsNoPathHereIsRefusedWhenAFileIsRead() {
        try {
            DataFolder.useWhereNoneIsNamed("/no\0where");
            assertThatThrownBy(() -> CsvFile.read("made.csv", LAYOUT))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("\"/no\0where\": ");
        } finally {
            System.clearProperty(DataFolder.PROPERTY);
        }
    }

    @Test
    void minusZeroIsZero() throws IOException {
        CsvFile file = csv("class", true, "size,class", "-0,no", "0,no", "0,yes", "-0.0,yes");
        assertThat(file).extracting(CsvFile::rows, CsvFile::distinctRows).containsExactly(4, 2);
    }

    /** Rows that differ in their label only are two rows, whichever comes first. */
    @Test
    void equalInputsOfDifferentClassesAreDifferentRows() throws IOException {
        CsvFile file = csv("class", true, "size,class", "1,no", "1,yes", "1,no");
        assertThat(file).extracting(CsvFile::rows, CsvFile::distinctRows).containsExactly(3, 2);
        assertThat(csv("class", true, "size,class", "1,yes", "1,no", "1,no")).isEqualTo(file);
    }

    @Test
    void wordsThatJavaWouldTakeForNumbersAreWords() throws IOException {
        assertThat(csv("class", true, "dose,class", "1d,no", "2d,yes", "7d,no").inputs())
                .isEqualTo(3);
        assertThat(csv("class", true, "floor,class", "1f,no", "2f,yes").inputs())
                .isEqualTo(2);
        assertThat(csv("class", true, "code,class", "0x1p3,no", "0x1p4,yes").inputs())
                .isEqualTo(2);
        assertThat(csv("class", true, "size,class", "1,no", ".5,yes", "-2.,no", "+1E-3,no")
                        .inputs())
                .isEqualTo(1);
    }

    @Test
    void theLabelMayBeANumberAndThereMayBeNoHeader() throws IOException {
        assertThat(csv("1", false, "10,1", "9,2", "10,3").observations().classes())
                .containsExactly("9", "10");
        assertThat(csv("2", true, "a,b", "10,x", "9,y").observations().labels()).containsExactly(1, 0);
    }

    @Test
    void quotedFieldsMayHaveCommasAndLines() throws IOException {
        CsvFile file = csv("label", true, "text,label", "\"a, \"\"b\"\"\",1", "\"c", "d\",2");
        assertThat(file).extracting(CsvFile::rows, CsvFile::inputs).containsExactly(2, 2);
    }

    @Test
    void aRowThatBeginsWithASharpIsARow() throws IOException {
        CsvFile file = csv("class", true, "colour,class", "#ff0000,no", "#00ff00,yes");
        assertThat(file).extracting(CsvFile::rows, CsvFile::inputs).containsExactly(2, 2);
    }

    @Test
    void aFileThatWasEditedIsReadAgain() throws IOException {
        CsvFile before = csv("class", true, "size,class", "1,no", "2,yes");
        Files.write(Path.of(before.path()), List.of("size,class", "1,no", "2,yes", "3,no"));

        assertThat(CsvFile.read(before.path(), LAYOUT).rows()).isEqualTo(3);
        assertThatThrownBy(before::observations).hasMessageContaining("has changed since the sweep was planned");
    }

    @Test
    void missingValuesAreRefusedWithTheirPlace() {
        for (String missing : List.of("", "?", "NA", "NaN", " ", "\"\"")) {
            assertRefused(", line 3: column size is missing", "size,class", "1,no", missing + ",yes", "2,no");
        }
    }

    @Test
    void damageIsNamedWithItsLine() {
        assertRefused(", line 3: 3 fields, 2 expected", "size,class", "1,no", "1,2,yes");
        assertRefused(": has no rows", "size,class");
        assertRefused(": has one class only: [no]", "size,class", "1,no", "2,no");
        assertRefused(": has no column \"class\" for the label; there are [size, kind]", "size,kind", "1,no", "2,yes");
    }

    @Test
    void fieldsBetweenSomethingElseThanCommasAreNamed() {
        assertRefused(
                "there are [size;class]; fields stand between commas, not semicolons", "size;class", "1;no", "2;yes");
        assertRefused("; fields stand between commas, not tabs", "size\tclass", "1\tno", "2\tyes");
        assertThatThrownBy(() -> csv("2", false, "1;no", "2;yes"))
                .hasMessageEndingWith("there are [1]; fields stand between commas, not semicolons");
    }

    @Test
    void linesOfNulCharactersAreRefused() {
        assertRefused(", line 3: has NUL characters", "size,class", "1,no", "\0\0\0\0", "2,yes");
        assertRefused(", line 3: has NUL characters", "size,class", "1,no", "2\0,yes", "2,yes");
        assertRefused(", line 1: has NUL characters", "size,\0class", "1,no");
    }

    /** It would make an input of each of the numbers. */
    @Test
    void aWordInAColumnOfNumbersIsRefusedWithItsLine() throws IOException {
        assertRefused(
                ", line 500: column size has \"oops\", where 600 of its 601 values are numbers; remove the row, write a"
                        + " number, or leave the column out: \"drop\": [\"size\"]; numbers that are codes need a"
                        + " letter, as in c7",
                numbersAnd("oops", 498, 600));
        assertRefused(", line 602: column size has \"oops\"", numbersAnd("oops", 600, 600));
    }

    @Test
    void aMarkForWhatIsMissingInAColumnOfNumbersIsRefusedWithItsLine() {
        String[] lines = numbersAnd("-", 10, 60);
        lines[40] = "-,0";
        assertRefused(", line 12: column size has \"-\", where 59 of its 61 values are numbers; remove the row", lines);
    }

    private static String[] numbersAnd(String word, int at, int numbers) {
        List<String> lines = new ArrayList<>(
                IntStream.range(0, numbers).mapToObj(i -> i + "," + i % 2).toList());
        lines.add(at, word + ",1");
        lines.add(0, "size,class");
        return lines.toArray(String[]::new);
    }

    @Test
    void namesThatWereTakenForARowAreRefused() throws IOException {
        String[] lines = numbersAnd("7", 10, 20);
        assertThatThrownBy(() -> csv("2", false, lines))
                .hasMessageEndingWith(", line 1: column 1 has \"size\", where 21 of its 22 values are numbers;"
                        + " if the first line names the columns, say \"header\": true");
    }

    @Test
    void aNumberSpeltInTwoWaysIsNotTwoClasses() throws IOException {
        assertRefused(
                "made.csv: column class has the labels \"1\" and \"1.0\", one number spelt in two ways, which would be"
                        + " two classes; spell it in one",
                "size,class",
                "1,0",
                "2,1",
                "3,1.0",
                "4,2");
        assertThat(csv("class", true, "size,class", "1,1a", "2,1.0a")
                        .observations()
                        .classes())
                .as("words")
                .containsExactly("1.0a", "1a");
    }

    @Test
    void aLabelWithBlanksAroundItIsNoOtherClass() {
        for (String padded : List.of("\" yes\"", "\"yes \"", "yes\u00a0", "\"\tyes\"")) {
            assertRefused(
                    "\", one word but for blanks around it, which would be two classes; spell it in one",
                    "size,class",
                    "1,yes",
                    "2,no",
                    "3," + padded);
        }
        assertRefused("has the labels \"1\" and \"1.0\u00a0\", one number", "size,class", "1,1", "2,1.0\u00a0");
    }

    @Test
    void anExponentOfMoreThanFourDigitsMakesNoNumber() throws IOException {
        assertThat(csv("class", true, "size,class", "1,0", "2,0e99999999999", "3,1e-9999")
                        .observations()
                        .classes())
                .containsExactly("0", "0e99999999999", "1e-9999");
        assertThat(csv("class", true, "size,class", "1e0020,0", "2e-9999,1").inputs())
                .isEqualTo(1);
        assertRefused(": column size has \"0e10000\" among its numbers", "size,class", "1,no", "0e10000,yes");
    }

    @Test
    void aQuantityIsNoLabel() throws IOException {
        String[] lines = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> i == 0 ? "size,class" : i + "," + i / 2)
                .toArray(String[]::new);
        assertRefused(
                "made.csv: column class has 21 different labels in 40 rows: classes are expected, not a quantity",
                lines);
        assertThat(csv("class", true, Arrays.copyOf(lines, 40)).classes()).isEqualTo(20);
    }

    @Test
    void whereAFileWasLookedForIsSaid() {
        String current = Path.of("").toAbsolutePath().toString();
        assertThatThrownBy(() -> CsvFile.read("none.csv", LAYOUT))
                .hasMessage("none.csv: there is no such file in the current directory, " + current
                        + "; --data DIR names another folder");
        String absolute = folder.resolve("none.csv").toString();
        assertThatThrownBy(() -> CsvFile.read(absolute, LAYOUT)).hasMessage(absolute + ": there is no such file");
        assertThatThrownBy(() -> CsvFile.read(folder.toString(), LAYOUT))
                .hasMessage(folder + ": this is a directory, where a CSV file is expected");
        try {
            DataFolder.use(folder);
            assertThatThrownBy(() -> CsvFile.read("none.csv", LAYOUT))
                    .hasMessage("none.csv: there is no such file in " + folder
                            + ", the data folder, nor in the current directory, " + current);
        } finally {
            System.clearProperty(DataFolder.PROPERTY);
        }
    }

    @Test
    void quotationMarksThatWouldSwallowRowsAreRefused() {
        String quote = ", line 3: a quotation mark";
        assertRefused(quote + " is not closed", "size,class", "1,no", "2,\"yes", "3,no", "4,yes");
        assertRefused(quote + " within a field", "size,class", "1,no", "\"5 in,yes", "3,no", "\"6 in,no", "4,yes");
        assertRefused(quote + " within a field", "size,class", "1,no", "2,\"yes\" or so", "3,no");
    }

    @Test
    void aQuotationMarkThatTheEndOfTheFileWouldCloseIsRefused() throws IOException {
        Path file = folder.resolve("cut.csv");
        for (String last :
                List.of("2,\"yes", "2,\"yes\"\"", "2,\"", "2, \"yes ", "\"2,yes", "2,\"yes\"\"\n\n", "2,\"yes\r\n")) {
            Files.writeString(file, "size,class\n1,no\n" + last);
            assertThatThrownBy(() -> CsvFile.read(file.toString(), LAYOUT))
                    .hasMessage(file + ", line 3: a quotation mark is not closed");
        }
        for (String last :
                List.of("2,\"yes\"", "2,\"\"\"yes\"\"\" ", "\"2\",y\"es", "2,\"\"\"\"\r\n", "2,\"a\nb\"\n\n")) {
            Files.writeString(file, "size,class\n1,no\n" + last);
            assertThat(CsvFile.read(file.toString(), LAYOUT).rows()).isEqualTo(2);
        }
    }

    @Test
    void longTextIsNoCategoryAndMayBeDropped() throws IOException {
        String[] lines = {"size,review,class", "1,good,no", "2," + "y".repeat(5000) + ",yes"};
        assertRefused(", line 3: column review has more than 4096 characters", lines);
        assertThat(csv(new CsvLayout("class", Header.NOT_SAID, List.of("review")), lines)
                        .inputs())
                .isEqualTo(1);
    }

    /** pandas writes its index under no name. What a message says to drop can be dropped. */
    @Test
    void aColumnWithoutANameOfItsOwnIsCalledByItsNumber() throws IOException {
        String[] lines = {",size,class", ",1,no", "b,2,yes"};
        assertRefused(
                ", line 2: column 1 is missing (\"\"); remove the row, fill the value in, or leave the column out:"
                        + " \"drop\": [\"1\"]",
                lines);
        assertThat(csv(new CsvLayout("class", Header.NOT_SAID, List.of("1")), lines)
                        .inputs())
                .isEqualTo(1);
        assertRefused("\"drop\": [\"2\"]", "a,a,class", "1,,no");
    }

    @Test
    void aLabelThatIsMissingCannotBeDropped() {
        assertThatThrownBy(() -> csv("class", true, "size,class", "1,no", "2,?"))
                .hasMessageEndingWith(
                        "made.csv, line 3: column class is missing (\"?\"); remove the row or fill the value in");
    }

    @Test
    void numbersThatSinglePrecisionCannotTellApartAreRefused() throws IOException {
        assertRefused(
                ": column t has numbers that single precision cannot tell apart, 1700000000 for one; subtract an offset",
                "t,class",
                "1700000000,no",
                "1700000050,yes",
                "1700000099,yes");
        assertThat(csv("class", true, "t,class", "1700000000,no", "1800000000,yes")
                        .inputs())
                .isEqualTo(1);
        assertThat(csv("class", true, "t,class", "16777217,no", "16787217,yes").inputs())
                .as("moved by a ten-thousandth of the range")
                .isEqualTo(1);
        assertRefused("column t has numbers", "t,class", "16777217,no", "16787215,yes");
        assertThat(csv("class", true, "t,constant,class", "1,1700000001,no", "2,1700000001,yes")
                        .inputs())
                .isEqualTo(2);
        assertRefused(": column size has \"1e39\" among its numbers", "size,class", "1,no", "1e39,yes");
        assertRefused(": column size has \"-Inf\" among its numbers", "size,class", "1,no", "-Inf,yes");
        assertRefused(": column size has \"inf\" among its numbers", "size,class", "inf,no", "inf,yes");
        assertRefused(": column size has \"1e39\" among its numbers", "size,class", "1e39,no", "-inf,yes");
        assertThat(csv("class", true, "word,class", "inf,no", "sup,yes").inputs())
                .isEqualTo(2);
    }

    @Test
    void linesOfCarriageReturnsAreNamed() {
        assertRefused(": has no rows: its lines end with a carriage return alone", "size,class\r1,no\r2,yes\r");
    }

    @Test
    void textOfAnotherEncodingIsRefused() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.writeString(file, "size,class\n1,\u00c4\n2,\u00d6\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CsvFile.read(file.toString(), LAYOUT))
                .hasMessage(file + " cannot be read as CSV: this is no UTF-8 text (line 2)");
    }

    @Test
    void ofTwoColumnsOfOneNameTheLabelIsNamedByNumber() throws IOException {
        assertRefused(": has two columns \"class\"", "size,class,class", "1,no,no", "2,yes,yes");
        assertThat(csv("3", true, "size,size,class", "1,1,no", "2,2,yes").inputs())
                .isEqualTo(2);
    }

    @Test
    void wordsOfManyKindsAreRefusedBeforeTheyFillTheMemory() {
        assertRefused(
                "would become 12000 inputs of 24000 rows, too many to hold: column id alone has 12000",
                words(12_000, 24_000));
    }

    /** Of names, dates and numbers with decimal commas each row has its own. */
    @Test
    void wordsOfWhichMostRowsHaveTheirOwnAreNoCategories() throws IOException {
        assertRefused(
                "made.csv: column id has 101 different words in 201 rows: categories are expected, not names or dates;"
                        + " to leave it out, say \"drop\": [\"id\"]",
                words(101, 201));
        assertThat(csv("class", true, words(101, 202)).inputs()).isEqualTo(101);
        assertThat(csv("class", true, words(100, 100)).inputs()).isEqualTo(100);
    }

    private static String[] words(int words, int rows) {
        return IntStream.rangeClosed(0, rows)
                .mapToObj(i -> i == 0 ? "id,class" : "word" + i % words + "," + i % 2)
                .toArray(String[]::new);
    }

    /** Else the first row would be lost, in silence. */
    @Test
    void aFirstLineThatLooksLikeARowIsRefusedUnlessTheFileSaysWhatItIs() throws IOException {
        assertNamesNothing("setosa", "5.1,3.5,setosa", "4.9,3.0,setosa", "6.1,2.9,virginica");
        assertNamesNothing("5.1", "5.1,setosa", "4.9,virginica", "6.1,versicolor");
        assertNamesNothing("13", "39,77,13,yes", "50,83,13,no");
        assertNamesNothing("0", "8,0,one", "1,0,two");
        assertNamesNothing("low", "2,low,one", "3,low,two");
        assertNamesNothing("0", "0,1", "1,5", "0,7", "1,2", "0,9");

        String[] lines = {"5.1,setosa", "4.9,setosa", "6.1,virginica"};
        assertThat(csv(new CsvLayout("2", Header.NONE, List.of()), lines).rows())
                .isEqualTo(3);
        assertThat(csv(new CsvLayout("2", Header.NAMES, List.of()), lines).rows())
                .isEqualTo(2);
    }

    private void assertNamesNothing(String value, String... lines) {
        String label = String.valueOf(lines[0].split(",").length);
        assertThatThrownBy(() -> csv(label, true, lines))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        "made.csv, line 1: \"" + value + "\" looks like a value, where the names of columns are"
                                + " expected; if the first line is a row, say \"header\": false, if it names the columns,"
                                + " \"header\": true");
    }

    @Test
    void placesAndYearsMayNameColumns() throws IOException {
        assertThat(csv("class", true, ",0,1,2,class", "a,1,2,3,no", "b,0,1,2,yes")
                        .rows())
                .isEqualTo(2);
        assertThat(csv("class", true, "1990,2000,2010,class", "1,2,3,no", "0,1,2,yes")
                        .rows())
                .isEqualTo(2);
        assertThat(csv("2", true, ",0,1,2", "a,1,2,3", "b,0,1,2").rows())
                .as("as pandas writes a table without names")
                .isEqualTo(2);
        assertThat(csv(new CsvLayout("0", Header.NAMES, List.of()), "0,1", "1,5", "0,7")
                        .rows())
                .isEqualTo(2);
    }

    @Test
    void droppedColumnsAreNoInputsAndMayHaveAnything() throws IOException {
        String[] lines = {"id,size,when,class", "a,1,,no", "b,2,?,yes", "c,3,inf,no"};
        CsvFile file = csv(new CsvLayout("class", Header.NOT_SAID, List.of("id", "3")), lines);
        assertThat(file.observations().x().data).containsExactly(1, 2, 3);
        assertThat(file.observations().columns()).isEqualTo("1 column of numbers, 2 dropped");
        assertThat(file.identity())
                .as("what is left is the data set")
                .isEqualTo(csv("class", true, "size,class", "1,no", "2,yes", "3,no")
                        .identity());
    }

    @Test
    void whatCannotBeDroppedIsRefused() {
        assertNotDropped("kind", "made.csv: has no column \"kind\" to drop; there are [size, class]");
        assertNotDropped("3", "made.csv: has no column \"3\" to drop; there are [size, class]");
        assertNotDropped("2", "made.csv: column class is the label, and is to be dropped too");
        assertNotDropped("size", "made.csv: has no column but the label and dropped ones");
    }

    private void assertNotDropped(String column, String message) {
        assertThatThrownBy(() ->
                        csv(new CsvLayout("class", Header.NOT_SAID, List.of(column)), "size,class", "1,no", "2,yes"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void theIdentityIsWhatTheFileSaysAndNotWhereItIs() throws IOException {
        CsvFile first = csv("class", true, "size,class", "1,no", "2,yes");
        Path other = Files.write(folder.resolve("other.csv"), List.of("size,class", "2,yes", "1.0,no"));
        CsvFile second = CsvFile.read(other.toString(), LAYOUT);
        assertThat(second.identity()).isEqualTo(first.identity());
        assertThat(second).as("rows have the name").isNotEqualTo(first);
        assertThat(csv("class", true, "size,class", "2,yes", "1,no"))
                .isEqualTo(first)
                .hasSameHashCodeAs(first);
        assertThat(csv("class", true, "size,class", "1,yes", "2,no").identity()).isNotEqualTo(first.identity());
    }

    private void assertRefused(String message, String... lines) {
        assertThatThrownBy(() -> csv("class", true, lines))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("made")
                .hasMessageContaining(message);
    }

    private CsvFile csv(String label, boolean header, String... lines) throws IOException {
        return csv(new CsvLayout(label, header ? Header.NOT_SAID : Header.NONE, List.of()), lines);
    }

    private CsvFile csv(CsvLayout layout, String... lines) throws IOException {
        // A folder a file: what was read is kept by its path.
        Path file = Files.createTempDirectory(folder, "csv").resolve("made.csv");
        Files.write(file, List.of(lines));
        return CsvFile.read(file.toString(), layout);
    }
}
