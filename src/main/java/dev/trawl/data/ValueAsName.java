package dev.trawl.data;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A value where a column's name is expected: the first line of a file without a header, whose first row would be lost.
 */
final class ValueAsName {

    private ValueAsName() {}

    /**
     * The first column, from 0, whose name is one of its words; else the first whose name is a number that counts
     * nothing: has a fraction, or is no further along than the one before it; else the first of all, where every name
     * is a number. Years and places may be names beside those in words: a label's, or the empty one of an index.
     */
    static OptionalInt in(CsvNames names, List<String[]> records) {
        OptionalInt word = IntStream.range(0, names.count())
                .filter(column -> !CsvColumn.isNumber(names.of(column)) && isValue(names.of(column), column, records))
                .findFirst();
        return word.isPresent() ? word : number(names);
    }

    private static boolean isValue(String name, int column, List<String[]> records) {
        return !name.isEmpty() && records.stream().anyMatch(record -> record[column].equals(name));
    }

    private static OptionalInt number(CsvNames names) {
        OptionalDouble before = OptionalDouble.empty();
        for (int column = 0; column < names.count(); column++) {
            if (CsvColumn.isNumber(names.of(column))) {
                double number = Double.parseDouble(names.of(column));
                if (number != Math.rint(number) || before.isPresent() && number <= before.getAsDouble()) {
                    return OptionalInt.of(column);
                }
                before = OptionalDouble.of(number);
            }
        }
        boolean numbersAlone =
                IntStream.range(0, names.count()).allMatch(column -> CsvColumn.isNumber(names.of(column)));
        return numbersAlone ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
