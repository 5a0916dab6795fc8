package dev.trawl.sweep;

import java.util.List;

/** Small sweep files for tests. */
final class SweepText {

    /** Two grids of dense networks, and one with pruning and both retrainings. */
    static final String FIGURE = """
            {
              "name": "figure1-small",
              "about": "one line for the report",
              "defaults": {"data": "xor", "k": 4, "test": 3000, "lr": 0.01, "epochs": {"dense": 2000}, "stages": ["dense"]},
              "grids": [
                {"p": 4, "n": 1000, "hidden": [20, 100, 500], "repeat": "1..10", "seed": "1..100"},
                {"p": [16, 100], "n": 3000, "hidden": [20, 100, 500], "repeat": "1..10", "seed": "1..100"},
                {"p": 40, "n": 3000, "hidden": 2048, "seed": "1..10", "lr": 0.003, "l2": 0.003,
                 "stages": ["dense", "cpna_hidden", "cpna_all", "retrained_random", "retrained_initial"],
                 "epochs": {"dense": 400, "hidden": 2400, "input": 2400}, "keep": {"hidden": 16, "input": 32}, "mu": 20}
              ]
            }
            """;

    private SweepText() {}

    /** A sweep of small xor trials whose grids are given as JSON objects, from line 4 on, one a line. */
    static String grids(String... grids) {
        return """
                {"name": "small",
                 "defaults": {"data": "xor", "k": 2, "p": 4, "n": 100, "hidden": 8, "epochs": {"dense": 10}},
                 "grids": [
                %s]}
                """.formatted(String.join(",\n", grids));
    }

    static Sweep read(String json, String... overrides) {
        try {
            return SweepFile.read("x.json", json, List.of(overrides));
        } catch (SweepFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Plan plan(String... grids) {
        return Plan.of(read(grids(grids)));
    }
}
