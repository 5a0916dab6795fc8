package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No method is more than the JVM's second compiler inlines at once: beyond that, chance decides whether vectors go to
 * the heap, and {@link NoAllocationTest} sees it in one JVM of ten.
 */
class CompiledWholeTest {

    /** By that compiler alone it is soon done. */
    private static final List<String> SHOW_INLINING =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintInlining", "-XX:-TieredCompilation");

    /** What the compiler says of a call that it has no room for. */
    private static final String NO_ROOM = "NodeCountInliningCutoff";

    @Test
    void noMethodIsTooMuchForTheCompiler() throws IOException, InterruptedException {
        Process process = ForkedJvm.of(SHOW_INLINING, StepBits.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output.contains("FloatVector::fma")).as("inlining is shown").isTrue();
        assertThat(output.lines().filter(line -> line.contains(NO_ROOM))).isEmpty();
    }
}
