package dev.trawl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sweep.Plan;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialColumns;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(Rerun.find(plan, trial.id())).contains(trial);
        assertThat(Rerun.find(plan, "no such trial")).isEmpty();
        assertThat(Rerun.stored(store, trial.id())).hasSize(2);
        assertThat(Rerun.stored(store, "no such trial")).isEmpty();
    }

    @Test
    void theSameTrialComesOutTheSame() {
        Rerun rerun = Rerun.run(trial, Rerun.stored(store, trial.id()), METHOD, CheapRows.HERE);

        assertThat(rerun.differences()).isEmpty();
        assertThat(rerun.now()).hasSize(2);
    }

    @Test
    void aDifferenceInTheLastBitIsFound() {
        List<Object[]> stored = Rerun.stored(store, trial.id());
        int loss = TrialColumns.index("train_loss");
        stored.get(1)[loss] = Math.nextUp((Double) stored.get(1)[loss]);

        Rerun rerun = Rerun.run(trial, stored, METHOD, CheapRows.HERE);

        assertThat(rerun.differences())
                .extracting(Rerun.Difference::stage, Rerun.Difference::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("cpna_hidden", "train_loss"));
    }

    @Test
    void aMissingStageIsADifference() {
        List<Object[]> stored = Rerun.stored(store, trial.id()).subList(0, 1);

        assertThat(Rerun.run(trial, stored, METHOD, CheapRows.HERE).differences())
                .extracting(Rerun.Difference::column)
                .containsExactly("rows");
    }
}
