package dev.trawl.store;

import dev.trawl.trial.FailureCount;
import dev.trawl.trial.Failures;
import dev.trawl.trial.TrialColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** The trials of one segment: 16 bytes an id, for a driver that goes on holds those of every trial. */
final class SegmentKeys {

    private static final int ID = TrialColumns.index("trial_id");
    private static final int STATUS = TrialColumns.index("status");

    /** Small arrays, which the usual garbage collector need not treat apart. */
    private static final int CHUNK = 2 * 1024;

    private final List<long[]> chunks = new ArrayList<>(); // both halves of an id, then of the next
    private int filled = CHUNK; // of the last chunk
    private boolean allAreIds = true;
    private final FailureCount failures = new FailureCount();
    private int rows;

    private SegmentKeys() {}

    static SegmentKeys none() {
        return new SegmentKeys();
    }

    /** Reads every column: of a value that a disk changed, the checksum of its page tells. */
    static SegmentKeys read(Segments segments, Path path) throws IOException {
        SegmentKeys keys = new SegmentKeys();
        segments.read(path, RowFormat.TRIALS, row -> keys.add(String.valueOf(row[ID]), row[STATUS]));
        return keys;
    }

    /** Whether every trial_id is one. */
    boolean allAreIds() {
        return allAreIds;
    }

    Failures failures() {
        return failures.failures();
    }

    int rows() {
        return rows;
    }

    /** Adds the ids to {@code all}; returns how many were there before. */
    int addTo(TrialIds all) {
        int known = 0;
        for (long[] chunk : chunks) {
            int end = chunk == last() ? filled : CHUNK;
            for (int i = 0; i < end; i += 2) {
                known += all.add(chunk[i], chunk[i + 1]) ? 0 : 1;
            }
        }
        return known;
    }

    private void add(String id, @Nullable Object status) {
        rows++;
        if (!TrialIds.isId(id)) {
            allAreIds = false;
            return;
        }
        startTrial(TrialIds.high(id), TrialIds.low(id));
        failures.add(id, status);
    }

    /** The rows of a trial follow one another. */
    private void startTrial(long high, long low) {
        if (!chunks.isEmpty() && last()[filled - 2] == high && last()[filled - 1] == low) {
            return;
        }
        if (filled == CHUNK) {
            chunks.add(new long[CHUNK]);
            filled = 0;
        }
        last()[filled++] = high;
        last()[filled++] = low;
    }

    private long[] last() {
        return chunks.get(chunks.size() - 1);
    }
}
