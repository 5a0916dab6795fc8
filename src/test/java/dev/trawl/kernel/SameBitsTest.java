package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link StepBits} in JVMs of other vector widths. */
class SameBitsTest {

    private static final int SHAPES = 43;

    @Test
    void everyVectorWidthGivesTheSameBits() throws IOException, InterruptedException {
        List<String> narrow = lines("-XX:MaxVectorSize=16");

        assertThat(narrow).hasSize(SHAPES);
        assertThat(lines("-XX:MaxVectorSize=32")).isEqualTo(narrow);
        assertThat(lines("-XX:MaxVectorSize=64")).isEqualTo(narrow);
    }

    @Test
    void soDoWidthsThatTheMachineLacks() throws IOException, InterruptedException {
        List<String> narrow = lines("-Dtrawl.vector.bits=128");

        assertThat(narrow).hasSize(SHAPES);
        assertThat(lines("-Dtrawl.vector.bits=256")).isEqualTo(narrow);
        assertThat(lines("-Dtrawl.vector.bits=512")).isEqualTo(narrow);
    }

    @Test
    void compiledCodeGivesTheBitsOfInterpretedCode() throws IOException, InterruptedException {
        assertThat(lines("-XX:TieredStopAtLevel=1")).isEqualTo(lines("-XX:+TieredCompilation"));
    }

    private static List<String> lines(String flag) throws IOException, InterruptedException {
        Process process = ForkedJvm.of(List.of(flag), StepBits.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
