package dev.trawl.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Times contestants in turn, so that a neighbour's load moves all of them alike. */
final class Rates {

    static final int ROUNDS = 11;

    private Rates() {}

    /** Nanoseconds an epoch of each contestant. */
    static double[] measure(List<Contestant> contestants) {
        return inTurn(ROUNDS, contestants.stream().map(Runner::warm).toList(), Runner::turn);
    }

    /** The median of each one's turns. */
    static <T> double[] inTurn(int rounds, List<T> contestants, ToDoubleFunction<T> turn) {
        double[][] times = new double[contestants.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < times.length; i++) {
                times[i][round] = turn.applyAsDouble(contestants.get(i));
            }
        }
        return Arrays.stream(times).mapToDouble(Rates::median).toArray();
    }

    /** The middle value, of an even number the upper of the two. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
