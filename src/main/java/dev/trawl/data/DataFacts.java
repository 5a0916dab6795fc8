package dev.trawl.data;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of the paper's table 2, from the files.
 *
 * @param features columns of x, categories one-hot
 * @param distinctObservations of equal rows one
 * @param columns how a CSV file's columns were taken, and how many rows its classes have; empty for a set of UCI's
 */
public record DataFacts(
        String title, int classes, int features, int observations, int distinctObservations, String columns) {

    private static final int CLASSES_SHOWN = 10;

    /** Reads and checks the set's files. Throws a {@link DataException}. */
    public static DataFacts of(RealSet set) {
        Observations read = set.observations();
        requireTwoRowsOfEachClass(set, read);
        String title = set instanceof UciSet uci ? uci.title() : set.key();
        return new DataFacts(
                title,
                read.classes().size(),
                read.inputs(),
                read.rows(),
                read.distinct().length,
                read.columns().isEmpty() ? "" : read.columns() + "; rows a class: " + rowsOfClasses(read));
    }

    /** Of a class of one row each repeat that tests it would fail: no network has been trained on it. */
    private static void requireTwoRowsOfEachClass(RealSet set, Observations read) {
        int[] counts = read.classCounts();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 1) {
                throw new DataException(
                        set.key() + ": the class \"" + read.classes().get(c) + "\" has one row of " + read.rows()
                                + ", which cannot be trained on and tested too; remove it, or mend its label");
            }
        }
    }

    /** {@code no 12, yes 100}: a class of one row is a slip of the pen, as "Yes" is. */
    private static String rowsOfClasses(Observations read) {
        int[] counts = read.classCounts();
        String shown = IntStream.range(0, Math.min(CLASSES_SHOWN, counts.length))
                .mapToObj(c -> read.classes().get(c) + " " + counts[c])
                .collect(Collectors.joining(", "));
        return counts.length > CLASSES_SHOWN ? shown + ", ..." : shown;
    }
}
