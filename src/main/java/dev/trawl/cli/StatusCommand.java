package dev.trawl.cli;

import dev.trawl.store.ResultStore;
import dev.trawl.store.StoreScan;
import dev.trawl.store.StoredPlan;
import dev.trawl.sweep.Plan;
import java.io.PrintWriter;
import java.util.BitSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says how far a sweep is and whether its files are sound, whether or not it is running. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Say how far a sweep is, and check its files. Changes nothing; a running sweep is not disturbed.")
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResultsArgument results = new ResultsArgument();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ResultStore store = results.store();
        StoreScan scan = store.scan().requireSound(results.directory());
        StoredPlan stored = store.plan().orElseThrow();
        Plan plan = Plan.of(results.sweep(store));
        BitSet done = scan.done(plan);
        double flopsDone = done.stream().mapToDouble(plan::flops).sum();
        out.println(plan.sweep().name()
                + (plan.sweep().about().isEmpty() ? "" : ": " + plan.sweep().about()));
        out.printf(
                Locale.ROOT,
                "trials  %,d of %,d done, %.1f%% of the cost%n",
                done.cardinality(),
                plan.size(),
                100 * flopsDone / plan.totalFlops());
        if (!stored.later().isEmpty()) {
            out.println("steps   to come: " + String.join(", ", stored.later()));
        }
        out.printf(Locale.ROOT, "rows    %,d%n", scan.rows());
        out.printf(Locale.ROOT, "failed  %,d%n", scan.failures().failed());
        if (scan.failures().diverged() > 0) {
            out.printf(
                    Locale.ROOT, "        %,d more diverged%n", scan.failures().diverged());
        }
        if (scan.trials() > done.cardinality()) {
            out.printf(
                    Locale.ROOT,
                    "others  %,d trials with rows are not of this sweep%n",
                    scan.trials() - done.cardinality());
        }
        store.owner().ifPresent(owner -> out.println("running " + owner));
        store.lostOwner()
                .ifPresent(owner -> out.println(
                        owner.isDeadHere()
                                ? "lost    " + owner + ", ended without a word"
                                : "silent  " + owner + ", for half a minute or more: lost, or its clock is another"));
        out.println("plan    " + stored.hash() + " by Trawl " + stored.version());
        return scan.failures().total() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }
}
