package dev.trawl.store;

import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** What is in a result directory, for tests to compare. */
public final class StoredRows {

    /** Where and when a row was made: all that may differ between two runs. */
    private static final Set<String> CIRCUMSTANCES = Set.of("seconds", "host", "attempt", "finished_at");

    private StoredRows() {}

    /** All rows of {@code format} in the order of the files. */
    public static List<Object[]> all(Path directory, RowFormat format) {
        return all(ResultFolder.of(directory.toString(), new Configuration()), format);
    }

    public static List<Object[]> all(ResultFolder folder, RowFormat format) {
        Segments segments = new Segments(folder);
        List<Object[]> rows = new ArrayList<>();
        segments.list(format).forEach(file -> {
            try {
                segments.read(file.getPath(), format, rows::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return rows;
    }

    /** Rows by key, times and host aside. Fails on a key that comes twice. */
    public static TreeMap<String, String> results(Path directory) {
        return results(ResultFolder.of(directory.toString(), new Configuration()));
    }

    public static TreeMap<String, String> results(ResultFolder folder) {
        TreeMap<String, String> byKey = new TreeMap<>();
        for (Object[] row : all(folder, RowFormat.TRIALS)) {
            String before = byKey.put(row[0] + " " + row[1], text(row));
            if (before != null) {
                throw new AssertionError("twice: " + before);
            }
        }
        return byKey;
    }

    public static List<String> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object[] row) {
        Object[] results = row.clone();
        for (int i = 0; i < results.length; i++) {
            if (CIRCUMSTANCES.contains(TrialColumns.ALL.get(i).name())) {
                results[i] = "";
            } else if (results[i] instanceof Double number) {
                results[i] = Double.toHexString(number);
            }
        }
        return Arrays.toString(results);
    }
}
