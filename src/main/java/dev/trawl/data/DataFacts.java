package dev.trawl.data;

/**
 * A line of the paper's table 2, from the files.
 *
 * @param features columns of x, categories one-hot
 * @param distinctObservations of equal rows one
 * @param columns how a CSV file's columns were taken; empty for a set of UCI's
 */
public record DataFacts(
        String title, int classes, int features, int observations, int distinctObservations, String columns) {

    /** Reads and checks the set's files. Throws a {@link DataException}. */
    public static DataFacts of(RealSet set) {
        Observations read = set.observations();
        String title = set instanceof UciSet uci ? uci.title() : set.key();
        return new DataFacts(
                title, read.classes().size(), read.inputs(), read.rows(), read.distinct().length, read.columns());
    }
}
