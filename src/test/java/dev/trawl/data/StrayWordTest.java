package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayWordTest {

    private static final StrayWord NONE = new StrayWord(-1, 0, false);

    @ParameterizedTest
    @ValueSource(strings = {"-", "#N/A", "none", "unknown", "missing", ".", "\\N", "\u2212"})
    void aMarkIsFoundInAColumnOfNumbersHoweverOftenItStandsThere(String mark) {
        assertThat(in(1000, row -> row % 7 == 6 ? mark : row % 450 + ".5")).isEqualTo(new StrayWord(6, 858, false));
    }

    @Test
    void marksMayBeOfThreeKindsAndInHalfOfTheRows() {
        assertThat(in(90, row -> row % 2 == 0 ? row + "" : "-?.".charAt(row % 3) + ""))
                .isEqualTo(new StrayWord(1, 45, false));
        assertThat(in(90, row -> row % 2 == 0 ? row + "" : "-?.x".charAt(row / 2 % 4) + ""))
                .as("of four kinds")
                .isEqualTo(NONE);
        assertThat(in(90, row -> row % 2 == 0 && row > 0 ? row + "" : "-"))
                .as("in 46 of 90 rows")
                .isEqualTo(NONE);
    }

    @Test
    void upToTwentyNumbersMayBeCodesBesideAWord() {
        assertThat(in(210, row -> row % 21 == 20 ? "other" : row % 21 + "")).isEqualTo(NONE);
        assertThat(in(220, row -> row % 22 == 21 ? "other" : row % 22 + ""))
                .as("21 numbers")
                .isEqualTo(new StrayWord(21, 210, false));
    }

    @Test
    void aSlipOfThePenIsFoundWhereItWouldMakeAnInputOfMoreThanAHundredValues() {
        assertThat(in(110, row -> row % 22 == 21 ? "slip" + row : row + "")).isEqualTo(new StrayWord(21, 105, false));
        assertThat(in(100, row -> row % 20 == 19 ? "slip" + row : row + "")).isEqualTo(NONE);
    }

    @Test
    void aTypesettersMinusMakesAWordOfANumber() {
        assertThat(in(60, row -> (row % 2 == 0 ? "" : "\u2212") + row + ".5")).isEqualTo(new StrayWord(1, 30, false));
        assertThat(in(60, row -> "\u2212" + row)).isEqualTo(new StrayWord(0, 0, false));
    }

    @Test
    void whatTheFirstLineAloneHasMayBeTheColumnsName() {
        IntFunction<String> named = row -> row == 0 ? "size" : row % 5 == 0 ? "-" : row + "";
        assertThat(in(90, named, false)).isEqualTo(new StrayWord(0, 72, true));
        assertThat(in(90, named, true)).isEqualTo(new StrayWord(0, 72, false));
        assertThat(in(90, row -> row % 5 == 0 ? "-" : row + "", false))
                .as("no name, for it recurs")
                .isEqualTo(new StrayWord(0, 72, false));
        assertThat(in(10, row -> row == 0 ? "size" : "7", false)).isEqualTo(new StrayWord(0, 9, true));
    }

    private static StrayWord in(int rows, IntFunction<String> value) {
        return in(rows, value, true);
    }

    private static StrayWord in(int rows, IntFunction<String> value, boolean header) {
        List<String[]> records = IntStream.range(0, rows)
                .mapToObj(row -> new String[] {value.apply(row)})
                .toList();
        return StrayWord.in(CsvColumn.of(0, records), records, header).orElse(NONE);
    }
}
