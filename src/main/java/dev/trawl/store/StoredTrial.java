package dev.trawl.store;

import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;

/**
 * What is stored of a trial.
 *
 * @param rows in the order of {@link TrialColumns#ALL}
 * @param columns that their file has: one of an older version lacks some, and says nothing there
 */
public record StoredTrial(List<Object[]> rows, Set<String> columns) {

    private static final RowFormat KEYS = RowFormat.TRIALS.only("trial_id");

    /** Ids of the trials with rows that begin with {@code start}. */
    public static SortedSet<String> ids(ResultStore store, String start) {
        Segments segments = new Segments(store.folder());
        SortedSet<String> ids = new TreeSet<>();
        try {
            for (FileStatus file : segments.list(RowFormat.TRIALS)) {
                segments.read(file.getPath(), KEYS, row -> {
                    String id = String.valueOf(row[0]);
                    if (id.startsWith(start)) {
                        ids.add(id);
                    }
                });
            }
        } catch (IOException e) {
            throw new UnreadableResults("read " + store.directory(), e);
        }
        return ids;
    }

    /** The stored rows of a trial; none where there is no such trial. */
    public static StoredTrial of(ResultStore store, String trialId) {
        Segments segments = new Segments(store.folder());
        List<Object[]> rows = new ArrayList<>();
        try {
            for (FileStatus file : segments.list(RowFormat.TRIALS)) {
                boolean[] there = new boolean[1];
                segments.read(file.getPath(), KEYS, row -> there[0] |= trialId.equals(row[0]));
                if (there[0]) {
                    segments.read(file.getPath(), RowFormat.TRIALS, row -> {
                        if (trialId.equals(row[0])) {
                            rows.add(row);
                        }
                    });
                    return new StoredTrial(rows, segments.columns(file.getPath()));
                }
            }
        } catch (IOException e) {
            throw new UnreadableResults("read " + store.directory(), e);
        }
        return new StoredTrial(List.of(), Set.of());
    }
}
