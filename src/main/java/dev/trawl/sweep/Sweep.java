package dev.trawl.sweep;

import dev.trawl.data.Sha256;
import java.util.List;
import java.util.stream.Collectors;

/** A sweep as its file says it, every default filled in. Only {@link SweepFile} makes one, so its values go together. */
public final class Sweep {

    private final String name;
    private final String about;
    private final List<Grid> grids;

    Sweep(String name, String about, List<Grid> grids) {
        this.name = name;
        this.about = about;
        this.grids = List.copyOf(grids);
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

    /** A sweep file that means the same, a line a grid, with every default written out and keys in a fixed order. */
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
