package dev.trawl.sweep;

import dev.trawl.data.DataException;
import dev.trawl.data.DataFacts;
import dev.trawl.data.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sweep as its file says it, every default filled in. Only {@link SweepFile} makes one, so its values go together.
 *
 * <p>Where a file has steps, the sweep has the grids of those that are settled; {@link #choose} settles the next.
 */
public final class Sweep {

    private final String name;
    private final String about;
    private final List<Grid> grids;
    private final List<Step> later;

    Sweep(String name, String about, List<Grid> grids, List<Step> later) {
        this.name = name;
        this.about = about;
        this.grids = List.copyOf(grids);
        this.later = List.copyOf(later);
    }

    public String name() {
        return name;
    }

    /** One line for reports; may be empty. */
    public String about() {
        return about;
    }

    /** Trials of all grids; at most {@link Integer#MAX_VALUE}. */
    public long trials() {
        return grids.stream().mapToLong(Grid::trials).sum();
    }

    /** The step that was settled last. Without steps, what the last grid is called, if anything. */
    public String step() {
        return grids.get(grids.size() - 1).step();
    }

    /** The steps that wait for a choice, in their order; none for an ordinary sweep. */
    public List<Step> later() {
        return later;
    }

    /** The step that is to be settled next; empty where all are. */
    public Optional<Step> next() {
        return later.stream().findFirst();
    }

    /**
     * This sweep with the trials of the next step, which there must be, added.
     *
     * @param chosen the answer to the step's query, each row from column to value
     */
    public Sweep choose(List<Map<String, Object>> chosen) throws SweepFileException {
        List<Grid> all = new ArrayList<>(grids);
        all.addAll(later.get(0).grids(chosen));
        Problems problems = new Problems();
        Overlaps.report(all, problems);
        DataNames.report(all, problems);
        GridRules.checkSize(all, new Place("step " + later.get(0).name(), "grids"), problems);
        problems.throwIfAny();
        return new Sweep(name, about, all, later.subList(1, later.size()));
    }

    /** Whether {@code stored} has grids of steps that wait here: what these come to is not known yet. */
    public boolean awaitsAnyOf(Sweep stored) {
        return stored.grids.stream().anyMatch(this::awaits);
    }

    /** Whether {@code grid} is of a step that waits for a choice here. */
    boolean awaits(Grid grid) {
        return later.stream().anyMatch(step -> step.name().equals(grid.step()));
    }

    /**
     * What is in the files of every real data set. All are read, so that what is missing or damaged is known before a
     * trial runs.
     */
    public List<DataFacts> requireData() throws DataException {
        return grids.stream()
                .flatMap(grid -> grid.dataSets().stream())
                .distinct()
                .filter(DataChoice.Real.class::isInstance)
                .map(choice -> DataFacts.of(((DataChoice.Real) choice).set()))
                .toList();
    }

    /**
     * A sweep file that means the same, a line a grid, with every default written out and keys in a fixed order. Steps
     * are gone from it: their grids say which step they belong to.
     */
    public String resolved() {
        String lines = grids.stream().map(grid -> "    " + grid.json()).collect(Collectors.joining(",\n"));
        return "{\n  \"name\": " + JsonText.quoted(name) + ",\n  \"about\": " + JsonText.quoted(about)
                + ",\n  \"grids\": [\n" + lines + "\n  ]\n}\n";
    }

    /** SHA-256 of {@link #resolved()}: 64 hexadecimal digits. */
    public String hash() {
        return Sha256.hex(resolved());
    }

    List<Grid> grids() {
        return grids;
    }
}
