package dev.trawl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trawl compact} in a process of its own is killed at random moments and started again. */
class CompactionKillTest {

    private static final int KILLS = Integer.getInteger("soak.kills", 4);
    private static final int SEGMENTS = 300;
    private static final int TRIALS_A_SEGMENT = 20;
    private static final int MILLIS = 4000;

    @TempDir
    Path temporary;

    @Test
    void killedCompactionsLoseNoRowAndDoubleNone() throws Exception {
        Path directory = temporary.resolve("results");
        ResultStore store = ResultStore.at(directory.toString(), new Configuration());
        store.writePlan(StoredPlan.of("0", "hash", "{}"));
        for (int number = 0; number < SEGMENTS; number++) {
            long first = (long) number * TRIALS_A_SEGMENT + 1;
            long[] seeds = LongStream.range(first, first + TRIALS_A_SEGMENT).toArray();
            CheapRows.commit(store, number, seeds);
        }
        TreeMap<String, String> rows = StoredRows.results(directory);
        Random moments = new Random(2);

        for (int kill = 0; kill < KILLS; kill++) {
            Process compaction = compact(directory);
            compaction.waitFor(moments.nextInt(MILLIS), TimeUnit.MILLISECONDS);
            compaction.destroyForcibly().waitFor();
        }
        assertThat(compact(directory).waitFor()).isZero();

        assertThat(StoredRows.results(directory)).isEqualTo(rows);
        assertThat(StoredRows.files(directory))
                .containsExactly("curves/segment-000000.parquet", "plan.json", "trials/segment-000000.parquet");
    }

    private Process compact(Path directory) throws IOException {
        return ForkedJvm.of(List.of(), "dev.trawl.cli.Main", "compact", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        temporary.resolve("compact.log").toFile()))
                .start();
    }
}
