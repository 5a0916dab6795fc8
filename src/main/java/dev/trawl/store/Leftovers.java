package dev.trawl.store;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;

/**
 * What killed processes left in a result directory: half-written files, a compaction that was not committed, and curves
 * whose trials were not. Only the owner of the lock clears them away. Other hidden files are somebody's own, and stay.
 */
final class Leftovers {

    /** Nobody writes to a draft of this age any more. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final String ROOT = "";

    private final ResultFolder folder;
    private final Runnable ownership;

    /** @param ownership throws where another driver has taken over; looked at again before each file is deleted */
    Leftovers(ResultFolder folder, Runnable ownership) {
        this.folder = folder;
        this.ownership = ownership;
    }

    /** @param shared folders where others may be making tables or a page at this moment */
    void clear(List<String> shared) {
        Stream.of(RowFormat.TRIALS, RowFormat.CURVES)
                .flatMap(format -> drafts(format.folder()))
                .forEach(this::delete);
        long latest = System.currentTimeMillis() - ABANDONED.toMillis();
        Stream.concat(shared.stream(), Stream.of(ROOT)) // whoever looks for the lock writes to the last
                .flatMap(this::drafts)
                .filter(file -> file.getModificationTime() < latest)
                .forEach(this::delete);
        ownership.run();
        Compaction.clear(folder);
        new Segments(folder)
                .list(RowFormat.CURVES).stream()
                        .filter(file -> !folder.exists(
                                RowFormat.TRIALS.folder() + "/" + file.getPath().getName()))
                        .forEach(this::delete);
    }

    private Stream<FileStatus> drafts(String name) {
        return folder.list(name).stream()
                .filter(file -> ResultFolder.isDraft(file.getPath().getName()));
    }

    private void delete(FileStatus file) {
        ownership.run();
        folder.delete(file.getPath());
    }
}
