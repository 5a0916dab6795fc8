package dev.trawl.data;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws which rows train and which test: shuffled, put in order of class where asked, and dealt in turn like cards. */
final class Dealer {

    /** Row numbers of the observations. */
    record Hands(int[] train, int[] test) {}

    private Dealer() {}

    /**
     * @param rows row numbers to divide; left as they are
     * @param labels of all observations
     */
    static Hands deal(int[] rows, int[] labels, Division division, long repeat) {
        Hands parts = deal(rows, labels, division.stratified(), 0, Division.PARTS, stream("split", repeat));
        return division.fold() == 0
                ? parts
                : deal(parts.train, labels, true, division.fold() - 1, division.folds(), stream("folds", repeat));
    }

    /** Part {@code part} of {@code parts} tests, the others train. */
    private static Hands deal(int[] rows, int[] labels, boolean byClass, int part, int parts, RandomGenerator random) {
        int[] order = rows.clone();
        RandomStreams.shuffle(order, random);
        if (byClass) { // a stable sort, so each class keeps its random order
            order = IntStream.of(order)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(labels[a], labels[b]))
                    .mapToInt(row -> row)
                    .toArray();
        }
        int[] dealt = order;
        return new Hands(
                IntStream.range(0, dealt.length)
                        .filter(i -> i % parts != part)
                        .map(i -> dealt[i])
                        .toArray(),
                IntStream.range(0, dealt.length)
                        .filter(i -> i % parts == part)
                        .map(i -> dealt[i])
                        .toArray());
    }

    private static RandomGenerator stream(String name, long repeat) {
        return RandomStreams.stream(name, repeat);
    }
}
