package dev.trawl.store;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Files of text on whatever file system their addresses name. */
public final class StoredText {

    private StoredText() {}

    /**
     * Empty where there is no such file.
     *
     * @throws WrongAddress for an address that is none
     * @throws UnwritableResults where it cannot be read
     */
    public static Optional<String> read(String address, Configuration configuration) {
        int slash = address.lastIndexOf('/');
        return ResultFolder.of(address.substring(0, slash + 1), configuration).read(address.substring(slash + 1));
    }
}
