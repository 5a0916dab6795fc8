package dev.trawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks as they are committed; the build's script runs them. */
class NotebooksTest {

    @ParameterizedTest
    @MethodSource("notebooks")
    void noOutputsAreCommitted(Path notebook) throws IOException {
        assertThat(code(notebook)).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("outputs").size()).isZero();
            assertThat(cell.path("execution_count").isNull()).isTrue();
            assertThat(cell.path("metadata").size()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void theFirstCellSilencesCodeGeneration(Path notebook) throws IOException {
        assertThat(code(notebook).get(0).path("source").toString())
                .contains("Logger.getLogger(\\\"org.codehaus.janino\\\")", "setLevel(java.util.logging.Level.WARNING)");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void theKernelIsTheOneThatIsInstalled(Path notebook) throws IOException {
        assertThat(json(notebook).at("/metadata/kernelspec/name").asText()).isEqualTo("trawl");
        assertThat(Files.readString(Path.of("notebooks/install.sh"))).contains("/kernels/trawl\"");
    }

    static List<Path> notebooks() {
        try (var files = Files.list(Path.of("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> code(Path notebook) throws IOException {
        return StreamSupport.stream(json(notebook).path("cells").spliterator(), false)
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .toList();
    }

    private static JsonNode json(Path notebook) throws IOException {
        return new ObjectMapper().readTree(notebook.toFile());
    }
}
