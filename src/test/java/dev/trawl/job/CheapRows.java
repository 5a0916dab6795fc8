package dev.trawl.job;

import dev.trawl.store.ResultStore;
import dev.trawl.store.StoredRows;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialRows;
import dev.trawl.trial.TrialTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;

/** Rows of {@link CheapTrials}, put into a store without Spark. */
public final class CheapRows {

    public static final Provenance HERE =
            new Provenance("cheap", "", "cheap", "0", Runtime.version().toString(), "here", 0);

    private CheapRows() {}

    /** Commits the trials of {@code seeds} with two points of a curve a stage, and returns their rows. */
    public static List<Object[]> commit(ResultStore store, long number, long... seeds) {
        return commit(store, new CheapTrials(0, 2), number, seeds);
    }

    public static List<Object[]> commit(ResultStore store, TrialMethod method, long number, long... seeds) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> curve = new ArrayList<>();
        for (long seed : seeds) {
            TrialRows ended = TrialTask.run(CheapTrials.trial(seed), method, HERE);
            rows.addAll(ended.rows());
            curve.addAll(ended.curve());
        }
        store.commit(number, rows, curve, "hash", () -> {});
        return rows;
    }

    /** What is stored of trials 1 to {@code count}, with a point of a curve each, when nothing interrupts them. */
    public static TreeMap<String, String> uninterrupted(int count) throws IOException {
        Path directory = Files.createTempDirectory("uninterrupted");
        commit(
                ResultStore.at(directory.toString(), new Configuration()),
                new CheapTrials(0, 1),
                0,
                LongStream.rangeClosed(1, count).toArray());
        TreeMap<String, String> rows = StoredRows.results(directory);
        FileUtils.deleteDirectory(directory.toFile());
        return rows;
    }
}
