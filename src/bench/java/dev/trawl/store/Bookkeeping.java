package dev.trawl.store;

import dev.trawl.job.SweepOptions;
import dev.trawl.sweep.Bin;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.Failures;
import java.util.BitSet;
import java.util.List;

/**
 * What a driver does for very many trials without running any: it plans them, holds the ids of half of them as a
 * resumed sweep does, finds which are left, and packs those into bins. Prints the time and the heap that each step
 * takes.
 *
 * <p>The argument is how many trials, in thousands.
 */
final class Bookkeeping {

    private Bookkeeping() {}

    public static void main(String[] arguments) throws SweepFileException {
        System.out.printf("%-12s %-28s %9s %9s%n", "trials", "step", "seconds", "heap MB");
        for (String thousands : arguments) {
            of(Long.parseLong(thousands));
        }
    }

    private static void of(long thousands) throws SweepFileException {
        Watch watch = new Watch(1000 * thousands);
        Plan plan = Plan.of(SweepFile.read("many.json", """
                {"name": "many", "defaults": {"data": "xor", "k": 3, "n": 1000, "epochs": {"dense": 100}},
                 "grids": [{"p": [5, 10, 20, 40], "hidden": [10, 100], "repeat": "1..%d", "seed": "1..125"}]}
                """.formatted(thousands), List.of()));
        watch.print("plan", plan);

        TrialIds ids = new TrialIds();
        for (long index = 0; index < plan.size(); index += 2) {
            ids.add(plan.trial(index).id());
        }
        watch.print("ids of half, one thread", ids);

        BitSet done = new StoreScan(ids, ids.size(), Failures.NONE, 0, List.of()).done(plan);
        watch.print("which are left, all threads", done);

        int cores = Runtime.getRuntime().availableProcessors();
        List<Bin> bins = plan.tasks(done, cores, SweepOptions.FLOPS_PER_SECOND);
        watch.print("bins (" + bins.size() + ")", bins);
    }

    private static final class Watch {

        private final long trials;
        private long start = System.nanoTime();

        Watch(long trials) {
            this.trials = trials;
        }

        /** @param held what the step has made, so that it is still there when the heap is looked at */
        void print(String step, Object held) {
            double seconds = (System.nanoTime() - start) / 1e9;
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
            System.out.printf("%,-12d %-28s %9.1f %9d%n", trials, step, seconds, heap);
            java.lang.ref.Reference.reachabilityFence(held);
            start = System.nanoTime();
        }
    }
}
