package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.store.StoredRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very many trials that cost nothing, on a driver of 1 GB. {@code -Psoak} runs a million of them. */
class ManyTrialsTest {

    private static final int TRIALS = Integer.getInteger("soak.trials", 10_000);
    private static final int MOST_FILES = 2_000;
    private static final int MOST_BYTES_A_TRIAL = 400; // of two rows

    @TempDir
    Path temporary;

    @Test
    void manyTrialsLandInFewSmallFilesAndAreFoundAgain() throws Exception {
        Path directory = temporary.resolve("results");
        SlowTrials method = new SlowTrials(0, temporary.resolve("runs").toString(), 0, CheapTrials.SOUND);
        SweepProcess sweep = new SweepProcess(directory, TRIALS, method);

        assertThat(sweep.start().waitFor()).as(sweep.printed()).isZero();
        assertThat(sweep.start().waitFor()).as("a second run").isZero();

        assertThat(sweep.printed())
                .contains("ran=" + TRIALS + ", done=" + TRIALS + ", total=" + TRIALS)
                .contains("ran=0, done=" + TRIALS + ", total=" + TRIALS);
        List<String> segments = StoredRows.files(directory).stream()
                .filter(file -> file.startsWith("trials/"))
                .toList();
        assertThat(segments).hasSizeLessThanOrEqualTo(MOST_FILES);
        assertThat(bytes(directory, segments)).isLessThan((long) MOST_BYTES_A_TRIAL * TRIALS);
    }

    private static long bytes(Path directory, List<String> files) throws IOException {
        long bytes = 0;
        for (String file : files) {
            bytes += Files.size(directory.resolve(file));
        }
        return bytes;
    }
}
