package dev.trawl.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a running contestant allocates. */
final class Memory {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int EPOCHS = 50;

    private Memory() {}

    /** Bytes in 50 epochs. */
    static long allocatedBy(Contestant contestant) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            contestant.epoch();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
