package dev.trawl.sweep;

import dev.trawl.trial.Trial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * All trials of a sweep by index, costliest first, none of them held: a trial is made when it is asked for.
 *
 * <p>A cell is one combination of all settings but repeat and seed; its trials cost the same and stand together, repeat
 * by repeat. Cells of equal cost stand in the order of the file. A plan is serialized as its resolved sweep file, so it
 * is small on the wire, but some work to read: send it once to each executor.
 */
public final class Plan implements Serializable {

    private static final int BINS_A_CORE = 10;
    private static final int TRIALS_A_BIN = 2_000;
    private static final double BIN_SECONDS = 2;

    private final transient Sweep sweep;
    private final transient int[] gridOf; // (cells), in the plan's order
    private final transient int[] ordinalOf; // (cells): place in its grid
    private final transient double[] flopsOf; // (cells): of one trial
    private final transient long[] recordsOf; // (cells): of one trial
    private final transient long[] starts; // (cells + 1): index of each cell's first trial, then the number of trials

    private Plan(Sweep sweep) {
        this.sweep = sweep;
        List<Grid> grids = sweep.grids();
        int cells = Math.toIntExact(grids.stream().mapToLong(Grid::cells).sum());
        int[] grid = new int[cells];
        int[] ordinal = new int[cells];
        double[] flops = new double[cells];
        long[] records = new long[cells];
        int cell = 0;
        for (int g = 0; g < grids.size(); g++) {
            for (int o = 0; o < grids.get(g).cells(); o++) {
                grid[cell] = g;
                ordinal[cell] = o;
                Trial first = grids.get(g).cell(o).first();
                records[cell] = Cost.records(first);
                flops[cell++] = Cost.of(first);
            }
        }
        int[] order = costliestFirst(flops);
        this.gridOf = Arrays.stream(order).map(c -> grid[c]).toArray();
        this.ordinalOf = Arrays.stream(order).map(c -> ordinal[c]).toArray();
        this.flopsOf = Arrays.stream(order).mapToDouble(c -> flops[c]).toArray();
        this.recordsOf = Arrays.stream(order).mapToLong(c -> records[c]).toArray();
        this.starts = new long[cells + 1];
        for (int c = 0; c < cells; c++) {
            starts[c + 1] = starts[c] + grids.get(gridOf[c]).trialsInCell();
        }
    }

    public static Plan of(Sweep sweep) {
        return new Plan(sweep);
    }

    public Sweep sweep() {
        return sweep;
    }

    /** Trials; at most {@link Integer#MAX_VALUE}. */
    public long size() {
        return starts[starts.length - 1];
    }

    /** Result rows of a finished sweep: one a stage of each trial. */
    public long rows() {
        return sweep.grids().stream()
                .mapToLong(
                        grid -> grid.trials() * grid.cell(0).of(Settings.STAGES).size())
                .sum();
    }

    public Trial trial(long index) {
        int cell = cellOf(index);
        Cell values = values(cell);
        long inCell = index - starts[cell];
        Numbers seeds = values.of(Settings.SEED);
        return values.trial(values.of(Settings.REPEAT).at(inCell / seeds.size()), seeds.at(inCell % seeds.size()));
    }

    /** The trial of that id, which is looked for on all cores. */
    public Optional<Trial> trial(String id) {
        return LongStream.range(0, size())
                .parallel()
                .mapToObj(this::trial)
                .filter(trial -> trial.id().equals(id))
                .findAny();
    }

    /** The name of the step that the trial belongs to; empty where its sweep has no steps. */
    public String step(long index) {
        return values(cellOf(index)).of(Settings.STEP);
    }

    /** Combinations of all settings but repeat and seed. */
    public long cells() {
        return gridOf.length;
    }

    /** The cells whose trials cost most, at most {@code count} of them. */
    public List<PlannedCell> costliest(int count) {
        CellNames names = new CellNames(sweep);
        return IntStream.range(0, Math.min(count, gridOf.length))
                .mapToObj(cell ->
                        new PlannedCell(names.name(values(cell)), starts[cell + 1] - starts[cell], flopsOf[cell]))
                .toList();
    }

    /** Cost of one trial, as {@link Cost} has it. */
    public double flops(long index) {
        return flopsOf[cellOf(index)];
    }

    /** Rows and points of training curves that one trial leaves, to a few. */
    long records(long index) {
        return recordsOf[cellOf(index)];
    }

    /** The same of all trials in a bin. */
    public long records(Bin bin) {
        long sum = 0;
        for (int range = 0; range < bin.from().length; range++) {
            for (long index = bin.from()[range]; index < bin.to()[range]; index++) {
                sum += records(index);
            }
        }
        return sum;
    }

    public double totalFlops() {
        double total = 0;
        for (int cell = 0; cell < flopsOf.length; cell++) {
            total += flopsOf[cell] * (starts[cell + 1] - starts[cell]);
        }
        return total;
    }

    /** Floating-point operations of the trials that are not {@code done}. */
    public double flopsLeft(BitSet done) {
        double flops = 0;
        for (int index = done.nextClearBit(0); index < size(); index = done.nextClearBit(index + 1)) {
            flops += flops(index);
        }
        return flops;
    }

    /**
     * The trials that are not {@code done}, in bins of near-equal cost, costliest bin first. A trial that costs more
     * than a bin should has one of its own. Trials with long curves make smaller bins: a task holds its rows and points
     * in memory.
     *
     * @param binFlops what a bin should cost at most, give or take a trial
     * @param atLeast bins where there are trials enough, however cheap
     */
    public List<Bin> bins(BitSet done, double binFlops, int atLeast) {
        return Packing.pack(this, done, binFlops, atLeast);
    }

    /**
     * The trials that are not {@code done}, in bins that keep {@code cores} busy to the end: seconds of work each,
     * several a core, and not too many trials in one, for they may be cheaper than reckoned.
     */
    public List<Bin> tasks(BitSet done, int cores, double flopsPerSecond) {
        long enough = Math.max((long) BINS_A_CORE * cores, (size() - done.cardinality()) / TRIALS_A_BIN);
        return bins(done, BIN_SECONDS * flopsPerSecond, Math.toIntExact(enough));
    }

    private int cellOf(long index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("trial " + index + " of a plan of " + size());
        }
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }

    private Cell values(int cell) {
        return sweep.grids().get(gridOf[cell]).cell(ordinalOf[cell]);
    }

    private static int[] costliestFirst(double[] flops) {
        return IntStream.range(0, flops.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cell) -> flops[cell])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Object writeReplace() {
        return new Wire(sweep.resolved());
    }

    private record Wire(String resolved) implements Serializable {
        private Object readResolve() {
            try {
                return Plan.of(SweepFile.read("plan", resolved, List.of()));
            } catch (SweepFileException e) {
                throw new IllegalStateException("a plan no longer reads its own sweep: " + e.getMessage(), e);
            }
        }
    }
}
