package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link StepBits} in JVMs of other vector widths. */
class SameBitsTest {

    private static final int SHAPES = 45;

    @Test
    void everyVectorWidthGivesTheSameBits() throws IOException, InterruptedException {
        assertSameBits("-XX:MaxVectorSize=16", "-XX:MaxVectorSize=32", "-XX:MaxVectorSize=64");
    }

    @Test
    void soDoWidthsThatTheMachineLacks() throws IOException, InterruptedException {
        assertSameBits("-Dtrawl.vector.bits=128", "-Dtrawl.vector.bits=256", "-Dtrawl.vector.bits=512");
    }

    @Test
    void compiledCodeGivesTheBitsOfInterpretedCode() throws IOException, InterruptedException {
        assertThat(lines("-XX:TieredStopAtLevel=1", "4")).isEqualTo(lines("-XX:+TieredCompilation", "4"));
    }

    private static void assertSameBits(String first, String... others) throws IOException, InterruptedException {
        List<String> expected = lines(first);
        assertThat(expected).hasSize(SHAPES);
        for (String other : others) {
            assertThat(lines(other)).as(other).isEqualTo(expected);
        }
    }

    private static List<String> lines(String flag, String... arguments) throws IOException, InterruptedException {
        Process process = ForkedJvm.of(List.of(flag), StepBits.class.getName(), arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
