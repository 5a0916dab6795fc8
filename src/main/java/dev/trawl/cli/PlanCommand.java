package dev.trawl.cli;

import dev.trawl.data.DataException;
import dev.trawl.data.DataFacts;
import dev.trawl.job.Quantity;
import dev.trawl.job.SweepOptions;
import dev.trawl.sweep.Bin;
import dev.trawl.sweep.IdleSettings;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.PlannedCell;
import dev.trawl.sweep.Step;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFileException;
import java.io.PrintWriter;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads and checks a sweep file, and says what running it would take. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        modelTransformer = SettingsHelp.class,
        description = "Check a sweep file and print what it would run and cost. Runs nothing, writes nothing.")
final class PlanCommand implements Callable<Integer> {

    private static final int CELLS_SHOWN = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SweepArguments arguments = new SweepArguments();

    @Option(
            names = "--resolved",
            description = "Print the sweep file with every default written out instead, as DIR/plan.json will have it.")
    private boolean resolved;

    @Override
    public Integer call() throws SweepFileException {
        Sweep sweep = arguments.read();
        PrintWriter out = spec.commandLine().getOut();
        if (resolved) {
            out.print(sweep.resolved());
            if (sweep.next().isPresent()) {
                spec.commandLine()
                        .getErr()
                        .println("Only the first step, " + sweep.step()
                                + ", is known before anything has run; to come: "
                                + sweep.later().stream().map(Step::name).collect(Collectors.joining(", ")) + ".");
            }
        } else {
            print(Plan.of(sweep), out);
        }
        return ExitCode.DONE;
    }

    private static void print(Plan plan, PrintWriter out) {
        Sweep sweep = plan.sweep();
        double flops = plan.totalFlops();
        out.println(sweep.name() + (sweep.about().isEmpty() ? "" : ": " + sweep.about()));
        out.printf(
                Locale.ROOT,
                "trials  %,d in %,d %s, that is combinations of all settings but repeat and seed%n",
                plan.size(),
                plan.cells(),
                plan.cells() == 1 ? "cell" : "cells");
        out.printf(Locale.ROOT, "rows    %,d, one a stage%n", plan.rows());
        int cores = Runtime.getRuntime().availableProcessors();
        out.println(time(flops, cores));
        out.println("tasks   " + tasks(plan, cores));
        if (!sweep.later().isEmpty()) {
            out.println("steps   the first is counted here; its results choose the trials of "
                    + sweep.later().stream().map(Step::name).collect(Collectors.joining(", ")));
        }
        data(sweep).forEach(line -> out.println("data    " + line));
        IdleSettings.in(sweep).forEach(line -> out.println("note    " + line));
        out.println();
        printCells(plan, out);
    }

    /** Arithmetic alone, at a rate that no machine is asked for: an order of magnitude. */
    private static String time(double flops, int cores) {
        KernelRate rate = KernelRate.here();
        double seconds = flops / rate.flopsPerSecond();
        boolean moment = seconds < cores;
        return "time    " + (moment ? "less than a second" : "about " + Quantity.span(seconds / cores))
                + " of arithmetic on this machine's " + cores + (cores == 1 ? " core" : " cores")
                + (moment ? "" : ", " + Quantity.significant(seconds / 3600) + " core-hours")
                + "; start, tables and page take half a minute or more besides" + System.lineSeparator()
                + "        reckoned at " + Quantity.flops(rate.flopsPerSecond()) + "/s a core (kernel " + rate.kernel()
                + "): 0.7 to 3 times that by processor, up to 10 times with networks of some tens of units";
    }

    /**
     * A line for each real data set. A plan may be made where the files are not: that is worth a line, and no refusal.
     */
    private static List<String> data(Sweep sweep) {
        try {
            return sweep.requireData().stream().map(PlanCommand::line).toList();
        } catch (DataException e) {
            return List.of("not fit to run here: " + e.getMessage());
        }
    }

    private static String line(DataFacts data) {
        return data.title() + ": " + Quantity.count(data.observations()) + " rows, "
                + Quantity.count(data.distinctObservations()) + " of them different, " + Quantity.count(data.features())
                + " inputs, " + Quantity.count(data.classes()) + " classes"
                + (data.columns().isEmpty() ? "" : "; " + data.columns());
    }

    /** How Spark would see it: each bin is a task. */
    private static String tasks(Plan plan, int cores) {
        List<Bin> bins = plan.tasks(new BitSet(), cores, SweepOptions.FLOPS_PER_SECOND);
        return Quantity.count(bins.size()) + ", of "
                + Quantity.flops(bins.get(0).flops()) + " down to "
                + Quantity.flops(bins.get(bins.size() - 1).flops());
    }

    private static void printCells(Plan plan, PrintWriter out) {
        List<PlannedCell> cells = plan.costliest(CELLS_SHOWN);
        out.println(
                cells.size() < plan.cells()
                        ? "The costliest of " + Quantity.count(plan.cells()) + " cells"
                        : "All cells, the costliest first");
        out.printf("%10s  %12s  %6s   %s%n", "trials", "each", "share", "settings");
        for (PlannedCell cell : cells) {
            out.printf(
                    Locale.ROOT,
                    "%,10d  %12s  %5.1f%%   %s%n",
                    cell.trials(),
                    Quantity.flops(cell.flops()),
                    100 * cell.trials() * cell.flops() / plan.totalFlops(),
                    cell.settings());
        }
    }
}
