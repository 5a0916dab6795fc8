package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.store.Admission;
import dev.trawl.store.AnotherDriver;
import dev.trawl.store.ChangedSweep;
import dev.trawl.store.LockedResults;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoredPlan;
import dev.trawl.store.SweepLock;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunnerTest {

    @TempDir
    private Path folder;

    private ResultStore store;
    private StoredPlan before;

    @BeforeEach
    void fill() {
        store = ResultStore.at(folder.toString(), new Configuration());
        Admission.write(CheapTrials.plan(2).sweep(), store);
        CheapRows.commit(store, 0, 1, 2);
        before = store.plan().orElseThrow();
    }

    @Test
    void whereAStepIsRefusedThePlanIsWhatItWas() {
        assertThatThrownBy(() -> growAndBeRefused(() -> {})).isInstanceOf(ChangedSweep.class);

        assertThat(store.plan()).contains(before);
    }

    /** It is the other driver's by then. */
    @Test
    void aDriverThatLostTheResultsPutsNoPlanBack() {
        assertThatThrownBy(() -> growAndBeRefused(() -> AnotherDriver.takes(store)))
                .isInstanceOf(LockedResults.class);

        assertThat(store.plan().orElseThrow()).isNotEqualTo(before);
    }

    private void growAndBeRefused(Runnable meanwhile) throws Exception {
        try (SweepLock lock = store.lock()) {
            SweepRunner.settle(CheapTrials.plan(4).sweep(), store, lock, () -> null, (start, choice) -> {
                meanwhile.run();
                Admission.check(CheapTrials.plan(1).sweep(), store);
                throw new AssertionError("was to be refused");
            });
        }
    }
}
