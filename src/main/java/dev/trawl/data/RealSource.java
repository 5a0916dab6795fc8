package dev.trawl.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Rows of a real data set, divided by the repeat, every input scaled to [-1, 1] by the training rows (the paper,
 * section 4.2).
 */
public record RealSource(RealSet set, Division division) implements DataSource {

    public RealSource {
        int rows = division.distinct() ? set.distinctRows() : set.rows();
        if (division.trainRows(rows) < 1 || division.testRows(rows) < 1) {
            throw new IllegalArgumentException(set.key() + " has too few rows to divide: " + rows);
        }
    }

    @Override
    public String name() {
        return set.key();
    }

    @Override
    public int inputs() {
        return set.inputs();
    }

    @Override
    public int trainRows() {
        return division.trainRows(rows());
    }

    @Override
    public int testRows() {
        return division.testRows(rows());
    }

    @Override
    public int classes() {
        return set.classes();
    }

    @Override
    public OptionalInt relevantInputs() {
        return OptionalInt.empty();
    }

    @Override
    public Optional<Division> dividedBy() {
        return Optional.of(division);
    }

    @Override
    public String description() {
        return set.identity() + " " + division.description();
    }

    @Override
    public void requireFiles() {
        set.observations();
    }

    /**
     * Throws a {@link DataException} where the files cannot be read, a class has no training row, or a value cannot be
     * scaled.
     */
    @Override
    public Split load(long repeat) {
        Observations all = set.observations();
        int[] rows = division.distinct()
                ? all.distinct()
                : IntStream.range(0, all.rows()).toArray();
        Dealer.Hands hands = Dealer.deal(rows, all.labels(), division, repeat);
        requireEveryClass(all, rows, hands.train(), repeat);
        Scaling scaling = Scaling.by(all.x(), hands.train());
        return new Split(dataset(all, scaling, hands.train()), dataset(all, scaling, hands.test()));
    }

    private int rows() {
        return division.distinct() ? set.distinctRows() : set.rows();
    }

    /** Else a network would be trained for a class that it never sees. A class without test rows does less harm. */
    private void requireEveryClass(Observations all, int[] rows, int[] train, long repeat) {
        int[] dealt = all.classCounts(rows);
        int[] trained = all.classCounts(train);
        for (int c = 0; c < trained.length; c++) {
            if (trained[c] == 0) {
                throw new DataException(set.key() + ": no training row of repeat " + repeat
                        + (division.fold() == Division.NO_FOLD
                                ? ""
                                : ", fold " + division.fold() + " of " + division.folds() + ",")
                        + " has the class \"" + all.classes().get(c) + "\" (" + dealt[c] + " of " + rows.length
                        + " rows); it needs more of them, or none");
            }
        }
    }

    private static Dataset dataset(Observations all, Scaling scaling, int[] rows) {
        int[] labels = Arrays.stream(rows).map(row -> all.labels()[row]).toArray();
        return new Dataset(scaling.scaled(all.x(), rows), labels, all.classes().size());
    }
}
