package dev.trawl.cli;

import dev.trawl.data.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the files of real data sets are. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the files of real data sets are; TRAWL_DATA in the environment says it too.")
    private @Nullable Path folder;

    /** Has the whole JVM read data files from there, where the option was given. */
    void use() {
        if (folder != null) {
            DataFolder.use(folder);
        }
    }
}
