package dev.trawl.sweep;

import dev.trawl.data.CsvFile;
import dev.trawl.data.UciSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Result rows name a data set by one word: no two of a sweep may share it, and none may have two. */
final class DataNames {

    private DataNames() {}

    /** Tells of each CSV file whose name another file, a UCI set or xor has, or that says what another does. */
    static void report(List<Grid> grids, Problems problems) {
        Map<String, DataChoice> named = builtIn();
        Map<String, CsvFile> said = new HashMap<>();
        for (Grid grid : grids) {
            for (DataChoice choice : grid.dataSets()) {
                DataChoice first = named.putIfAbsent(choice.key(), choice);
                if (!(choice instanceof DataChoice.Real real && real.set() instanceof CsvFile file)) {
                    continue;
                }
                if (first != null && !first.equals(choice)) {
                    problems.add(
                            grid.place(),
                            "data " + file.path() + ": rows would call it \"" + choice.key()
                                    + "\", as they call another data set; rename the file");
                }
                CsvFile same = said.putIfAbsent(file.identity(), file);
                if (same != null && !same.key().equals(file.key())) {
                    problems.add(
                            grid.place(),
                            "data " + file.path() + ": says the same as " + same.path()
                                    + ", and its trials would be the same ones; give one of the two");
                }
            }
        }
    }

    /** Those that have their names, whether or not the sweep has them. */
    private static Map<String, DataChoice> builtIn() {
        Map<String, DataChoice> named = new HashMap<>();
        DataChoice xor = new DataChoice.Xor();
        named.put(xor.key(), xor);
        Arrays.stream(UciSet.values()).forEach(set -> named.put(set.key(), new DataChoice.Real(set)));
        return named;
    }
}
