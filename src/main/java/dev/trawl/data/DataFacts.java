package dev.trawl.data;

/**
 * A line of the paper's table 2, from the files.
 *
 * @param features columns of x, categories one-hot
 * @param distinctObservations of equal rows one
 */
public record DataFacts(String title, int classes, int features, int observations, int distinctObservations) {

    /** Reads and checks the set's files. Throws a {@link DataException}. */
    public static DataFacts of(RealSet set) {
        Observations read = set.observations();
        String title = set instanceof UciSet uci ? uci.title() : set.key();
        return new DataFacts(title, read.classes().size(), read.inputs(), read.rows(), read.distinct().length);
    }
}
