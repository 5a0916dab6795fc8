package dev.trawl.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A contestant that has warmed up. Times are CPU times of this thread, in nanoseconds.
 *
 * @param epochs so many make a turn
 */
record Runner(Contestant contestant, int epochs) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double WARM_UP = 1.5e9;
    private static final double TURN = 5e7;

    static Runner warm(Contestant contestant) {
        double start = cpu();
        int epochs = 0;
        while (epochs < 3 || cpu() - start < WARM_UP) {
            contestant.epoch();
            epochs++;
        }
        double last = cpu();
        contestant.epoch();
        return new Runner(contestant, (int) Math.max(1, TURN / (cpu() - last)));
    }

    /** What an epoch takes, over a turn. */
    double turn() {
        double start = cpu();
        for (int epoch = 0; epoch < epochs; epoch++) {
            contestant.epoch();
        }
        return (cpu() - start) / epochs;
    }

    static double cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
