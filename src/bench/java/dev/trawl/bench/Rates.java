package dev.trawl.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/** Times contestants in turn, so that a neighbour's load moves all of them alike. Times are CPU times of this thread. */
final class Rates {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double WARM_UP = 1.5e9; // nanoseconds each
    private static final double TURN = 5e7; // nanoseconds each
    private static final int ROUNDS = 11;

    private Rates() {}

    /** Nanoseconds an epoch of each contestant: the median over rounds. */
    static double[] measure(List<Contestant> contestants) {
        int[] epochs = new int[contestants.size()];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = warm(contestants.get(i));
        }
        double[][] times = new double[epochs.length][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < epochs.length; i++) {
                times[i][round] = time(contestants.get(i), epochs[i]);
            }
        }
        double[] medians = new double[epochs.length];
        for (int i = 0; i < epochs.length; i++) {
            Arrays.sort(times[i]);
            medians[i] = times[i][ROUNDS / 2];
        }
        return medians;
    }

    static double cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** How many epochs make a turn. */
    private static int warm(Contestant contestant) {
        double start = cpu();
        int epochs = 0;
        while (epochs < 3 || cpu() - start < WARM_UP) {
            contestant.epoch();
            epochs++;
        }
        double last = cpu();
        contestant.epoch();
        return (int) Math.max(1, TURN / (cpu() - last));
    }

    private static double time(Contestant contestant, int epochs) {
        double start = cpu();
        for (int epoch = 0; epoch < epochs; epoch++) {
            contestant.epoch();
        }
        return (cpu() - start) / epochs;
    }
}
