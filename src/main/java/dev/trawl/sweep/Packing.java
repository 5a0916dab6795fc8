package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Puts a plan's pending trials into bins of near-equal cost, each a stretch of the plan's order. */
final class Packing {

    /** Less than this of a bin is an error of adding up, and no bin more. */
    private static final double ROUNDING = 1e-6;

    /** Rows and points of curves of a bin, give or take a trial: some 15 MB. */
    private static final long RECORDS = 20_000;

    private final Plan plan;
    private final BitSet done;
    private final List<Bin> bins = new ArrayList<>();

    private long[] from = new long[8];
    private long[] to = new long[8];
    private int ranges;
    private double flops;
    private long records;

    private Packing(Plan plan, BitSet done) {
        this.plan = plan;
        this.done = done;
    }

    /** The bins, costliest first: tasks start in this order, so that the last ones to end are short. */
    static List<Bin> pack(Plan plan, BitSet done, double binFlops, int atLeast) {
        return new Packing(plan, done).pack(binFlops, atLeast);
    }

    private List<Bin> pack(double binFlops, int atLeast) {
        double left = pendingFlops();
        double goal = left / Math.max(Math.ceil(left / binFlops), atLeast);
        int index = next(0);
        // The costliest trials stand first: those that fill a bin have one each.
        for (; index >= 0 && plan.flops(index) >= goal; index = next(index + 1)) {
            left -= plan.flops(index);
            add(index, plan.flops(index));
            close();
        }
        double binsLeft = Math.max(Math.ceil(left / goal - ROUNDING), atLeast - bins.size());
        for (; index >= 0; index = next(index + 1)) {
            double trial = plan.flops(index);
            // Half a trial too much is nearer to the goal than half a trial too little.
            boolean costly = binsLeft > 1 && flops + trial / 2 > left / binsLeft;
            if (ranges > 0 && (costly || records >= RECORDS)) {
                left -= flops;
                binsLeft = Math.max(1, binsLeft - 1);
                close();
            }
            add(index, trial);
        }
        close();
        bins.sort(Comparator.comparingDouble(Bin::flops).reversed());
        return List.copyOf(bins);
    }

    private double pendingFlops() {
        double sum = 0;
        for (int index = next(0); index >= 0; index = next(index + 1)) {
            sum += plan.flops(index);
        }
        return sum;
    }

    /** The first pending trial from {@code index} on; -1 where there is none. */
    private int next(int index) {
        int pending = done.nextClearBit(index);
        return pending < plan.size() ? pending : -1;
    }

    private void add(int index, double trial) {
        if (ranges > 0 && to[ranges - 1] == index) {
            to[ranges - 1] = index + 1;
        } else {
            if (ranges == from.length) {
                from = Arrays.copyOf(from, 2 * ranges);
                to = Arrays.copyOf(to, 2 * ranges);
            }
            from[ranges] = index;
            to[ranges] = index + 1;
            ranges++;
        }
        flops += trial;
        records += plan.records(index);
    }

    private void close() {
        if (ranges > 0) {
            bins.add(new Bin(Arrays.copyOf(from, ranges), Arrays.copyOf(to, ranges), flops));
        }
        ranges = 0;
        flops = 0;
        records = 0;
    }
}
