package dev.trawl.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sweep files of {@code conf}: none is run here, and each must be one. */
class ConfTest {

    private static final Path FOLDER = Path.of("conf");

    @Test
    void thereAreSome() throws IOException {
        assertThat(files()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsCalledAsItsSweepAndSaysWhatItIsAbout(Path file) throws IOException, SweepFileException {
        Sweep sweep = read(file, "");

        assertThat(file.getFileName()).hasToString(sweep.name() + ".json");
        assertThat(sweep.about()).isNotBlank();
        assertThat(Plan.of(sweep).totalFlops()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyProfileMakesItCheaper(Path file) throws IOException, SweepFileException {
        double whole = Plan.of(read(file, "")).totalFlops();
        for (String profile : profiles(file)) {
            assertThat(Plan.of(read(file, profile)).totalFlops())
                    .as(profile)
                    .isPositive()
                    .isLessThan(whole);
        }
    }

    private static Sweep read(Path file, String profile) throws IOException, SweepFileException {
        return SweepFile.read(file.toString(), Files.readString(file), profile, List.of());
    }

    private static List<String> profiles(Path file) throws IOException {
        JsonNode profiles = new ObjectMapper().readTree(Files.readString(file)).path("profiles");
        List<String> names = new ArrayList<>();
        profiles.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> name.startsWith("//"));
        return names;
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
