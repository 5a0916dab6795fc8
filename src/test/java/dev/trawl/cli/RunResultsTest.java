package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.CheapTrials;
import dev.trawl.store.AnotherDriver;
import dev.trawl.store.LockedResults;
import dev.trawl.store.ResultStore;
import dev.trawl.store.SweepLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunResultsTest {

    @TempDir
    private Path folder;

    @Test
    void aDriverThatLostTheResultsWritesNoPlanAfterItMovedADamagedOne() throws IOException {
        Files.writeString(folder.resolve("plan.json"), "{");
        ResultStore store = ResultStore.at(folder.toString(), new Configuration());

        try (SweepLock lock = store.lock()) {
            RunResults results = new RunResults(folder.toString(), store, lock, note -> AnotherDriver.takes(store));
            assertThatThrownBy(() -> results.quarantine(CheapTrials.plan(1).sweep()))
                    .isInstanceOf(LockedResults.class);
        }
        assertThat(folder.resolve("plan.json")).doesNotExist();
    }
}
