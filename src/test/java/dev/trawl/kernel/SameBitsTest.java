package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    void compiledCodeGivesTheBitsOfInterpretedCode() throws IOException, InterruptedException {
        assertThat(lines("-XX:TieredStopAtLevel=1")).isEqualTo(lines("-XX:+TieredCompilation"));
    }

    private static List<String> lines(String flag) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("--add-modules=jdk.incubator.vector", flag));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StepBits.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
