package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.store.ResultStore;
import dev.trawl.store.StoredTrial;
import dev.trawl.sweep.Plan;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialColumns;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunTest {

    private static final KernelMethod METHOD = new KernelMethod("ejml");

    private final Plan plan = CheapTrials.plan(20);
    private final Trial trial = plan.trial(7);

    @TempDir
    Path directory;

    private ResultStore store;

    @BeforeEach
    void fill() {
        store = ResultStore.at(directory.toString(), new Configuration());
        CheapRows.commit(store, METHOD, 0, 1, 2, 3, 4, 5, 6);
        CheapRows.commit(store, METHOD, 1, 7, 8, 9);
    }

    @Test
    void aTrialIsFoundByItsId() {
        assertThat(plan.trial(trial.id())).contains(trial);
        assertThat(plan.trial("no such trial")).isEmpty();
        assertThat(StoredTrial.of(store, trial.id()).rows()).hasSize(2);
        assertThat(StoredTrial.of(store, "no such trial").rows()).isEmpty();
    }

    @Test
    void aTrialIsFoundByHowItsIdBegins() {
        assertThat(StoredTrial.ids(store, trial.id().substring(0, 8))).containsExactly(trial.id());
        assertThat(StoredTrial.ids(store, trial.id().substring(1, 9))).isEmpty();
        assertThat(StoredTrial.ids(store, "")).hasSize(9);
    }

    @Test
    void theSameTrialComesOutTheSame() {
        Rerun rerun = Rerun.run(trial, StoredTrial.of(store, trial.id()), METHOD, CheapRows.HERE);

        assertThat(rerun.differences()).isEmpty();
        assertThat(rerun.now()).hasSize(2);
    }

    @Test
    void whereAndByWhatATrialRanIsNoDifference() {
        Provenance there = new Provenance("another", CheapRows.HERE.step(), "cheap", "1", "25", "there", 3);

        assertThat(Rerun.run(trial, StoredTrial.of(store, trial.id()), METHOD, there)
                        .differences())
                .isEmpty();
    }

    @Test
    void aDifferenceInTheLastBitIsFound() {
        StoredTrial stored = StoredTrial.of(store, trial.id());
        Object[] row = stored.rows().get(1);
        int loss = TrialColumns.index("train_loss");
        row[loss] = Math.nextUp((Double) row[loss]);

        Rerun rerun = Rerun.run(trial, stored, METHOD, CheapRows.HERE);

        assertThat(rerun.differences())
                .extracting(Rerun.Difference::stage, Rerun.Difference::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("cpna_hidden", "train_loss"));
    }

    @Test
    void whatAnOlderFileDoesNotSayIsNoDifference() {
        StoredTrial stored = StoredTrial.of(store, trial.id());
        stored.rows().forEach(row -> row[TrialColumns.index("l2_input")] = null);
        Set<String> older = new HashSet<>(stored.columns());
        older.remove("l2_input");

        assertThat(Rerun.run(trial, stored, METHOD, CheapRows.HERE).differences())
                .hasSize(2);
        assertThat(Rerun.run(trial, new StoredTrial(stored.rows(), older), METHOD, CheapRows.HERE)
                        .differences())
                .isEmpty();
    }

    @Test
    void aMissingStageIsADifference() {
        StoredTrial whole = StoredTrial.of(store, trial.id());
        StoredTrial stored = new StoredTrial(whole.rows().subList(0, 1), whole.columns());

        assertThat(Rerun.run(trial, stored, METHOD, CheapRows.HERE).differences())
                .extracting(Rerun.Difference::column)
                .containsExactly("rows");
    }
}
