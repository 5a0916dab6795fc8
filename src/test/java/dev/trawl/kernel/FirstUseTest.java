package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstUseTest {

    private static final String OPEN = "--add-opens=jdk.incubator.vector/jdk.incubator.vector=ALL-UNNAMED";

    /** Else {@link NoAllocationTest} fails, but only in one JVM of ten. */
    @Test
    void trainingUsesNoOperationThatWasNotUsedBefore() throws IOException, InterruptedException {
        Process process = ForkedJvm.of(List.of(OPEN), OperationUses.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip().lines()).last().asString().matches("operations: (\\d\\d), \\1");
    }
}
