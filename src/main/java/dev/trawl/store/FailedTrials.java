package dev.trawl.store;

import dev.trawl.trial.Status;
import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Forgets the trials that failed or were killed, so that they run again. A divergence is a finding and stays. Segments
 * are written anew without them: first the curves, then the trials, so that a kill in between leaves failed trials
 * without a curve, and never a curve that will come twice.
 */
final class FailedTrials {

    private static final RowFormat KEYS = RowFormat.TRIALS.only("trial_id", "status", "step");
    private static final int ID = TrialColumns.index("trial_id");

    private final ResultFolder folder;
    private final Segments segments;

    FailedTrials(ResultFolder folder) {
        this.folder = folder;
        this.segments = new Segments(folder);
    }

    /**
     * @param ownership throws where another driver has taken over; looked at again before each file is replaced
     * @param except steps whose failed trials stay
     * @return how many trials were forgotten
     */
    long forget(Runnable ownership, Set<String> except) {
        KnownColumns.require(folder);
        long forgotten = 0;
        for (FileStatus file : segments.list(RowFormat.TRIALS)) {
            Set<String> failed = failedIn(file.getPath(), except);
            if (!failed.isEmpty()) {
                rewrite(RowFormat.CURVES, file.getPath().getName(), failed, ownership);
                rewrite(RowFormat.TRIALS, file.getPath().getName(), failed, ownership);
                forgotten += failed.size();
            }
        }
        return forgotten;
    }

    private Set<String> failedIn(Path path, Set<String> except) {
        Set<String> failed = new HashSet<>();
        try {
            segments.read(path, KEYS, row -> {
                boolean didNotRun = Status.FAILED.key().equals(row[1])
                        || Status.KILLED.key().equals(row[1]);
                boolean stays = row[2] != null && except.contains(row[2]);
                if (didNotRun && !stays) {
                    failed.add((String) row[0]);
                }
            });
        } catch (IOException e) {
            throw new UnreadableResults("read " + path, e);
        }
        return failed;
    }

    private void rewrite(RowFormat format, String name, Set<String> without, Runnable ownership) {
        String file = format.folder() + "/" + name;
        if (!folder.exists(file)) {
            return;
        }
        Path path = folder.path(file);
        Path draft = folder.draft(path);
        // The id is the first column of both formats.
        long kept = segments.copy(
                List.of(path), draft, format, segments.metadata(path), row -> !without.contains(row[ID]), ownership);
        if (kept == 0) {
            folder.delete(path);
            folder.delete(draft);
        } else {
            folder.replace(draft, path);
        }
    }
}
