package dev.trawl.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Merges segments into few. The merged files are all written aside, into a folder of this compaction's own in
 * DIR/.compacting; renaming that one to DIR/.compacted is the commit: from then on a killed compaction is finished by
 * whoever opens the results next, and before it is thrown away. Then each folder takes the place of the one it was made
 * from, in two renames: no reader ever sees a row twice, and one that looks between the two sees none.
 *
 * <p>A driver may be stopped at any line here, for so long that another takes the results. So it looks at its lock
 * before each step, and where it was stopped right behind that, the next to open the results puts back what it moved.
 */
final class Compaction {

    static final String COMPACTED = ".compacted";

    static final String COMPACTING = ".compacting";
    private static final List<RowFormat> FORMATS = List.of(RowFormat.CURVES, RowFormat.TRIALS);

    private final ResultFolder folder;
    private final Segments segments;
    private final long rowsASegment;
    private final String aside = COMPACTING + "/" + UUID.randomUUID();

    Compaction(ResultFolder folder, long rowsASegment) {
        this.folder = folder;
        this.segments = new Segments(folder);
        this.rowsASegment = rowsASegment;
    }

    /** Refuses an object store: folders cannot be renamed there in one step. */
    void run(SweepLock lock) {
        if (folder.appearsWhenClosed()) {
            throw new WrongAddress(folder
                    + ": an object store cannot rename a folder; copy the results to a disk or HDFS to compact them");
        }
        KnownColumns.require(folder);
        clear(folder);
        try {
            if (!mergeAll()) {
                return;
            }
            lock.check();
            folder.rename(folder.path(aside), folder.path(COMPACTED));
            clear(folder);
        } catch (UnwritableResults | UnreadableResults e) {
            clear(folder); // for want of the space, perhaps, that it takes
            throw e;
        }
        finish(folder, lock);
    }

    /** Clears away what a killed compaction left before its commit. */
    static void clear(ResultFolder folder) {
        folder.delete(folder.path(COMPACTING));
    }

    /** @return whether there was anything to merge */
    private boolean mergeAll() {
        List<List<Path>> groups = groups();
        for (int number = 0; number < groups.size(); number++) {
            for (RowFormat format : FORMATS) {
                merge(groups.get(number), format, number);
            }
        }
        return !groups.isEmpty();
    }

    /** Puts the folders of a committed compaction in their places; does nothing where there is none. */
    static void finish(ResultFolder folder, SweepLock lock) {
        if (!folder.exists(COMPACTED)) {
            return;
        }
        for (RowFormat format : FORMATS) {
            String merged = COMPACTED + "/" + format.folder();
            String old = COMPACTED + "/old-" + format.folder();
            if (folder.exists(merged)) {
                if (folder.exists(format.folder())) {
                    move(folder, lock, format.folder(), old);
                }
                move(folder, lock, merged, format.folder());
            } else if (folder.exists(old) && !folder.exists(format.folder())) {
                move(folder, lock, old, format.folder());
            }
            takeAlong(folder, old, format.folder());
        }
        for (RowFormat format : FORMATS) {
            MovedOut.requireThere(folder, format, COMPACTED + "/old-" + format.folder());
        }
        lock.check();
        folder.delete(folder.path(COMPACTED));
    }

    private static void move(ResultFolder folder, SweepLock lock, String from, String to) {
        lock.check();
        folder.rename(folder.path(from), folder.path(to));
    }

    /** Hidden files are somebody's own, and stay; of two of one name the one that was made since. */
    private static void takeAlong(ResultFolder folder, String from, String to) {
        for (FileStatus file : folder.list(from)) {
            String name = file.getPath().getName();
            String kept = to + "/" + name;
            if (Segments.isHidden(name) && !ResultFolder.isDraft(name) && !folder.exists(kept)) {
                folder.rename(file.getPath(), folder.path(kept));
            }
        }
    }

    /** Runs of segments of trials that fill a merged one each. */
    private List<List<Path>> groups() {
        List<List<Path>> groups = new ArrayList<>();
        long rows = rowsASegment;
        for (FileStatus file : segments.list(RowFormat.TRIALS)) {
            long more = segments.rows(file.getPath());
            if (rows + more > rowsASegment) {
                groups.add(new ArrayList<>());
                rows = 0;
            }
            groups.get(groups.size() - 1).add(file.getPath());
            rows += more;
        }
        return groups;
    }

    private void merge(List<Path> trials, RowFormat format, long number) {
        List<Path> sources = trials.stream()
                .map(path -> format.folder() + "/" + path.getName())
                .filter(folder::exists)
                .map(folder::path)
                .toList();
        if (sources.isEmpty()) {
            return;
        }
        Path merged = folder.path(aside + "/" + format.folder() + "/" + Segments.name(number));
        segments.copy(sources, merged, format, metadata(sources.get(sources.size() - 1)), row -> true, () -> {});
    }

    private Map<String, String> metadata(Path path) {
        String sweep = segments.metadata(path).getOrDefault(Segments.SWEEP_KEY, "");
        return Map.of(Segments.FORMAT_KEY, String.valueOf(ResultStore.FORMAT), Segments.SWEEP_KEY, sweep);
    }
}
