package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.job.CheapTrials;
import dev.trawl.store.Admission;
import dev.trawl.store.ResultStore;
import dev.trawl.sweep.Plan;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.TrialColumns;
import dev.trawl.trial.TrialTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunCommandTest {

    private final Plan plan = CheapTrials.plan(2);

    @TempDir
    private Path folder;

    private ResultStore store;

    @BeforeEach
    void open() {
        store = ResultStore.at(folder.toString(), new Configuration());
        Admission.write(plan.sweep(), store);
    }

    /** The vector kernel, which is the one that runs take, would add in another order. */
    @Test
    void theKernelThatMadeTheRowsMakesThemAgain() {
        store.commit(0, rows(0), List.of(), plan.sweep().hash(), () -> {});

        assertThat(rerun(0)).isEqualTo(new Console(0, "the same to the bit: 2 rows" + System.lineSeparator(), ""));
        assertThat(rerun(0, "--kernel", "vector").code()).isEqualTo(1);
    }

    @Test
    void rowsThatComeOutOtherwiseAreNamedAndEndWithOne() {
        List<Object[]> rows = rows(1);
        int loss = TrialColumns.index("test_loss");
        rows.get(1)[loss] = Math.nextUp((Double) rows.get(1)[loss]);
        store.commit(0, rows, List.of(), plan.sweep().hash(), () -> {});

        Console console = rerun(1);
        assertThat(console.code()).isEqualTo(1);
        assertThat(console.out().lines()).first().asString().isEqualTo("not the same:");
        assertThat(console.out())
                .contains("cpna_hidden test_loss: was " + rows.get(1)[loss])
                .hasLineCount(2);
    }

    @Test
    void itsNetworksAndRowsAreWrittenToAFileThatIsNotThereYet() throws IOException {
        store.commit(0, rows(0), List.of(), plan.sweep().hash(), () -> {});
        Path file = folder.resolve("networks.npz");

        Console console = rerun(0, "--save", file.toString());
        assertThat(console.code()).isZero();
        assertThat(console.out().lines()).last().isEqualTo("data and networks: " + file);
        assertThat(NpzFileTest.arrays(Files.readAllBytes(file)).keySet())
                .containsExactly(
                        "x_train.npy",
                        "y_train.npy",
                        "x_test.npy",
                        "y_test.npy",
                        "dense.weights1.npy",
                        "dense.biases1.npy",
                        "dense.weights2.npy",
                        "dense.biases2.npy",
                        "cpna_hidden.weights1.npy",
                        "cpna_hidden.biases1.npy",
                        "cpna_hidden.weights2.npy",
                        "cpna_hidden.biases2.npy");

        Console again = rerun(0, "--save", file.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains(file + ": there is such a file already");
        assertThat(rerun(0, "--save", folder.resolve("none/x.npz").toString()).err())
                .contains("no folder to write to: " + folder.resolve("none"));
    }

    private Console rerun(int trial, String... options) {
        String[] words = {"rerun", folder.toString(), plan.trial(trial).id()};
        return Console.of(Stream.of(words, options).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private List<Object[]> rows(int trial) {
        KernelMethod method = new KernelMethod("ejml");
        Provenance here = new Provenance(plan.sweep().name(), "", method.kernel(), "0", "17", "here", 0);
        return TrialTask.run(plan.trial(trial), method, here).rows();
    }
}
