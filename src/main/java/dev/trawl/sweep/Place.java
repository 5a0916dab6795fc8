package dev.trawl.sweep;

/**
 * Where a value was written.
 *
 * @param source {@code conf/x.json:12}, or {@code --set lr=-1}
 * @param path {@code grids[1].hidden}; empty for the whole file
 */
record Place(String source, String path) {

    @Override
    public String toString() {
        return path.isEmpty() ? source : source + ": " + path;
    }
}
