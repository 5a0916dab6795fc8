package dev.trawl.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import dev.trawl.data.XorSource;
import dev.trawl.kernel.Kernels;
import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trial of the paper's widest network, 4096 units, in a JVM whose whole heap is 64 MB. */
class TrialMemoryTest {

    @Test
    void theWidestTrialFitsInto64Megabytes() throws IOException, InterruptedException {
        Process process = ForkedJvm.of(List.of("-Xmx64m"), TrialMemoryTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("Finished[stage=RETRAINED_INITIAL");
    }

    public static void main(String[] arguments) {
        Trial trial = new Trial(
                new XorSource(5, 20, 3000, 3000),
                List.of(4096),
                1,
                1,
                0.003,
                0.0005,
                null,
                0,
                new Epochs(4, 4, 4),
                List.of(Stage.values()),
                new Keep(List.of(64), 256),
                20,
                Normalise.IN_PLACE,
                Phases.HIDDEN_FIRST,
                Granularity.CONNECTIONS,
                0);
        Trials.outcomes(trial, Kernels.named("vector")).forEach(System.out::println);
    }
}
