package dev.trawl.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** UCI's files, which are not in the repository. */
public final class RealData {

    private static final Path BESIDE_THE_REPOSITORY = Path.of("..", "shared", "data", "uci");

    private RealData() {}

    /** Where TRAWL_DATA says, or beside the repository; the test is skipped where nothing is there. */
    public static Path folder() {
        Path folder =
                Optional.ofNullable(System.getenv("TRAWL_DATA")).map(Path::of).orElse(BESIDE_THE_REPOSITORY);
        assumeTrue(Files.isDirectory(folder), folder + " is not here");
        return folder;
    }
}
