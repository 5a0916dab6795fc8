package dev.trawl.sweep;

import java.io.Serializable;
import java.util.function.LongConsumer;

/**
 * Trials that one task runs: ranges of the plan's indices, in the plan's order.
 *
 * @param from (ranges) first index of each range
 * @param to (ranges) the index after each range's last
 * @param flops of all trials in it
 */
public record Bin(long[] from, long[] to, double flops) implements Serializable {

    /** How many trials. */
    public long size() {
        long size = 0;
        for (int i = 0; i < from.length; i++) {
            size += to[i] - from[i];
        }
        return size;
    }

    /** Hands over the index of each trial, in the plan's order. */
    public void forEach(LongConsumer index) {
        for (int i = 0; i < from.length; i++) {
            for (long at = from[i]; at < to[i]; at++) {
                index.accept(at);
            }
        }
    }
}
