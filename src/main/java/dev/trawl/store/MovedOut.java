package dev.trawl.store;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * What a compaction moved out, to be deleted. Where another driver overtook it, these may be others than the merged
 * ones, and nowhere else.
 */
final class MovedOut {

    private final ResultFolder folder;
    private final Segments segments;
    private final RowFormat ids;

    private MovedOut(ResultFolder folder, RowFormat format) {
        this.folder = folder;
        this.segments = new Segments(folder);
        this.ids = format.only("trial_id");
    }

    /** Refuses where {@code old} has trials that the folder of {@code format} has not: as many others will not do. */
    static void requireThere(ResultFolder folder, RowFormat format, String old) {
        if (!folder.exists(old)) {
            return;
        }
        MovedOut movedOut = new MovedOut(folder, format);
        TrialIds there = new TrialIds();
        movedOut.forEach(format.folder(), id -> {
            if (TrialIds.isId(id)) {
                there.add(id);
            }
        });
        long[] lost = new long[1];
        movedOut.forEach(old, id -> lost[0] += TrialIds.isId(id) && there.contains(id) ? 0 : 1);
        if (lost[0] > 0) {
            throw new DamagedResults(
                    folder.toString(), List.of(Damage.overtakenCompaction(old, lost[0], format.folder())));
        }
    }

    private void forEach(String name, Consumer<String> trial) {
        for (FileStatus file : folder.list(name)) {
            if (Segments.number(file.getPath().getName()).isPresent()) {
                read(file.getPath(), trial);
            }
        }
    }

    /** The rows of a trial follow one another, and it is told of once. */
    private void read(Path file, Consumer<String> trial) {
        String[] last = {""};
        try {
            segments.read(file, ids, row -> {
                String id = String.valueOf(row[0]);
                if (!id.equals(last[0])) {
                    last[0] = id;
                    trial.accept(id);
                }
            });
        } catch (IOException | RuntimeException e) {
            throw new DamagedResults(
                    folder.toString(),
                    List.of(Damage.notComparable(folder.relative(file), firstLine(Causes.deepest(e)))));
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
