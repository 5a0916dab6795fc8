package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.store.StoredRows;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one result directory. */
class TwoDriversTest {

    @TempDir
    Path temporary;

    @Test
    void theSecondStopsAtOnceAndADeadOnesLockIsTaken() throws Exception {
        Path directory = temporary.resolve("results");
        SlowTrials method = new SlowTrials(5, temporary.resolve("runs").toString(), 0, CheapTrials.SOUND);
        SweepProcess large = new SweepProcess(directory, 100_000, method);
        Process first = large.start();
        large.awaitRuns(first, 1);

        SweepProcess sweep = new SweepProcess(directory, 100, method);
        assertThat(sweep.start().waitFor()).isEqualTo(SweepProcess.LOCKED);
        assertThat(sweep.printed()).contains("is in use by process " + first.pid() + " of ");
        assertThat(first.isAlive()).isTrue();

        first.destroyForcibly().waitFor();
        assertThat(sweep.start().waitFor()).isZero();
        assertThat(StoredRows.results(directory)).hasSizeGreaterThanOrEqualTo(200);
    }
}
