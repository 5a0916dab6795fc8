package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import dev.trawl.job.CheapRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trawl compact} in a process of its own is killed at random moments and started again. */
class CompactionKillTest {

    private static final int KILLS = Integer.getInteger("soak.kills", 4);
    private static final int SEGMENTS = 300;
    private static final int TRIALS_A_SEGMENT = 20;
    private static final int MILLIS = 400;

    @TempDir
    Path temporary;

    @Test
    void killedCompactionsLoseNoRowAndDoubleNone() throws Exception {
        Path directory = temporary.resolve("results");
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        store.writePlan(BarePlan.of("0", "hash", "{}"));
        for (int number = 0; number < SEGMENTS; number++) {
            long first = (long) number * TRIALS_A_SEGMENT + 1;
            long[] seeds = LongStream.range(first, first + TRIALS_A_SEGMENT).toArray();
            CheapRows.commit(store, number, seeds);
        }
        TreeMap<String, String> rows = StoredRows.results(directory);
        Random moments = new Random(2);

        int inside = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Object before = key(directory);
            Process compaction = compact(directory);
            while (Objects.equals(key(directory), before) && !compaction.waitFor(1, TimeUnit.MILLISECONDS)) {
                // until it has begun to write
            }
            compaction.waitFor(moments.nextInt(MILLIS), TimeUnit.MILLISECONDS);
            compaction.destroyForcibly().waitFor();
            inside += key(directory) != null || Files.exists(directory.resolve(Compaction.COMPACTED)) ? 1 : 0;
        }
        assertThat(inside).as("kills of a compaction under way").isPositive();
        assertThat(compact(directory).waitFor()).isZero();

        assertThat(StoredRows.results(directory)).isEqualTo(rows);
        assertThat(StoredRows.files(directory))
                .containsExactly("curves/segment-000000.parquet", "plan.json", "trials/segment-000000.parquet");
    }

    /** Tells the folder that a compaction writes to from an earlier one's; null where there is none. */
    private static @Nullable Object key(Path directory) throws IOException {
        try {
            return Files.readAttributes(directory.resolve(Compaction.COMPACTING), BasicFileAttributes.class)
                    .fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private Process compact(Path directory) throws IOException {
        return ForkedJvm.of(List.of(), "dev.trawl.cli.Main", "compact", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        temporary.resolve("compact.log").toFile()))
                .start();
    }
}
