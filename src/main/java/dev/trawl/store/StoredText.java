package dev.trawl.store;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Files of text on whatever file system their addresses name. */
public final class StoredText {

    private StoredText() {}

    /**
     * Empty where there is no such file.
     *
     * @throws WrongAddress for an address that is none
     * @throws UnreadableResults where it cannot be read
     */
    public static Optional<String> read(String address, Configuration configuration) {
        FileSystem fileSystem = FileSystems.of(address, configuration);
        return FileSystems.read(fileSystem, fileSystem.makeQualified(new Path(address)));
    }
}
