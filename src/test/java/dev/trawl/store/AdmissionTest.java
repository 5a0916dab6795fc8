package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.CheapRows;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {

    @TempDir
    private Path folder;

    @Test
    void aSweepMayGrowAndNotChange() throws SweepFileException {
        Admission.admit(study("", "1..2"), store());
        CheapRows.commit(store(), 0, 1);
        Admission.admit(study("", "1..3"), store());

        assertThat(stored().sweep()).contains("1..3");
        assertThatThrownBy(() -> Admission.admit(study("", "1..2"), store())).isInstanceOf(ChangedSweep.class);
    }

    @Test
    void aSweepOfAnotherNameIsCalledByIt() throws SweepFileException {
        Admission.admit(study("", "1..2"), store());
        CheapRows.commit(store(), 0, 1);

        Sweep other = SweepFile.read("""
                {"name": "other", "defaults": {"data": "xor", "k": 2, "p": 3, "n": 60, "hidden": 4, "epochs": {"dense": 1}},
                 "grids": [{"seed": 1}]}""");
        assertThatThrownBy(() -> Admission.check(other, store()))
                .hasMessageStartingWith(store().directory()
                        + " holds the results of another sweep, \"study\", and \"other\" has not all of it:\n  ");
    }

    /** A plan alone, of a sweep that was refused or stopped before its first row, is nothing to lose. */
    @Test
    void whereThereAreNoRowsAnySweepMayCome() throws SweepFileException {
        Admission.admit(study("", "1..3"), store());
        Admission.admit(study("", "1..2"), store());

        assertThat(stored().sweep()).contains("1..2");
    }

    @Test
    void stepsThatTheFileHasNoMoreAreNotToCome() throws SweepFileException {
        String last = ", {\"name\": \"last\", \"choose\": \"SELECT 4 AS hidden\", \"grids\": [{\"seed\": 9}]}";
        Admission.admit(study(last, "1..2"), store());
        CheapRows.commit(store(), 0, 1);
        assertThat(stored().later()).containsExactly("last");

        Admission.admit(study(last.replace("\"last\"", "\"end\""), "1..2"), store());
        assertThat(stored().later()).containsExactly("end");

        Admission.admit(study("", "1..2"), store());
        assertThat(stored().later()).isEmpty();
    }

    @Test
    void whatAStudyGrowsByIsStoredOnceItsStepsHaveChosenAsBefore() throws SweepFileException {
        String last = ", {\"name\": \"last\", \"choose\": \"SELECT 4 AS hidden\", \"grids\": [{\"seed\": 9}]}";
        Map<String, Object> chosen = Map.of("hidden", "4");
        Admission.admit(study(last, "1..2").choose(List.of(chosen)), store());
        CheapRows.commit(store(), 0, 1);
        String before = stored().hash();

        Sweep grown = study(
                last + ", {\"name\": \"more\", \"choose\": \"SELECT 5 AS hidden\", \"grids\": [{\"seed\": 8}]}",
                "1..2");
        Admission.admit(grown, store());
        assertThat(stored().hash()).isEqualTo(before);

        Sweep settled = grown.choose(List.of(chosen));
        Admission.admit(settled, store());
        assertThat(stored().isOf(settled)).isTrue();
        assertThat(stored().later()).containsExactly("more");
    }

    private ResultStore store() {
        return ResultStore.at(folder.toString(), new Configuration());
    }

    private StoredPlan stored() {
        return store().plan().orElseThrow();
    }

    private static Sweep study(String laterSteps, String seeds) throws SweepFileException {
        return SweepFile.read("""
                {"name": "study", "defaults": {"data": "xor", "k": 2, "p": 3, "n": 60, "hidden": 2, "epochs": {"dense": 1}},
                 "steps": [{"name": "search", "grids": [{"seed": "%s"}]}%s]}""".formatted(seeds, laterSteps));
    }
}
