package dev.trawl.store;

import dev.trawl.sweep.Plan;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialColumns;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.hadoop.fs.FileStatus;

/**
 * One stored trial, run again on the spot.
 *
 * @param now its rows of this run, in the order of {@link TrialColumns#ALL}
 * @param differences empty where both are the same to the bit
 */
public record Rerun(List<Object[]> now, List<Difference> differences) {

    /** A value that came out otherwise. */
    public record Difference(String stage, String column, String before, String now) {}

    /**
     * What is stored of a trial.
     *
     * @param rows in the order of {@link TrialColumns#ALL}
     * @param columns that their file has: one of an older version lacks some, and says nothing there
     */
    public record Stored(List<Object[]> rows, Set<String> columns) {}

    private static final RowFormat KEYS = RowFormat.TRIALS.only("trial_id");

    /** What made a row, and how long it took: these may differ. */
    private static final Set<String> CIRCUMSTANCES =
            Set.of("sweep", "seconds", "kernel", "version", "jdk", "host", "attempt", "finished_at");

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
    public static Stored stored(ResultStore store, String trialId) {
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
                    return new Stored(rows, segments.columns(file.getPath()));
                }
            }
        } catch (IOException e) {
            throw new UnreadableResults("read " + store.directory(), e);
        }
        return new Stored(List.of(), Set.of());
    }

    /** The plan's trial of that id. */
    public static Optional<Trial> find(Plan plan, String trialId) {
        return LongStream.range(0, plan.size())
                .parallel()
                .mapToObj(plan::trial)
                .filter(trial -> trial.id().equals(trialId))
                .findAny();
    }

    public static Rerun run(Trial trial, Stored stored, TrialMethod method, Provenance here) {
        List<Object[]> before = stored.rows();
        List<Object[]> now = TrialTask.run(trial, method, here).rows();
        List<Difference> differences = new ArrayList<>();
        if (before.size() != now.size()) {
            differences.add(new Difference("", "rows", String.valueOf(before.size()), String.valueOf(now.size())));
        }
        Set<String> compared = new HashSet<>(stored.columns());
        compared.removeAll(CIRCUMSTANCES);
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            compare(before.get(i), now.get(i), compared, differences);
        }
        return new Rerun(now, differences);
    }

    private static void compare(Object[] before, Object[] now, Set<String> columns, List<Difference> differences) {
        for (int i = 0; i < now.length; i++) {
            String column = TrialColumns.ALL.get(i).name();
            // Boxed doubles are equal when their bits are.
            if (columns.contains(column) && !Objects.equals(before[i], now[i])) {
                String stage = String.valueOf(now[TrialColumns.index("stage")]);
                differences.add(new Difference(stage, column, String.valueOf(before[i]), String.valueOf(now[i])));
            }
        }
    }
}
