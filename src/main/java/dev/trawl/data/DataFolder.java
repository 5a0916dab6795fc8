package dev.trawl.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that data files are read from: one setting of the whole JVM, outside every trial's description, so that
 * the same files in another place are the same data.
 */
public final class DataFolder {

    /** The system property that names it. An executor gets it by its Java options. */
    public static final String PROPERTY = "trawl.data";

    /** The environment variable that names it where the property does not. */
    public static final String VARIABLE = "TRAWL_DATA";

    private DataFolder() {}

    /** Reads data files from {@code folder} from here on, in the whole JVM. */
    public static void use(Path folder) {
        System.setProperty(PROPERTY, folder.toAbsolutePath().normalize().toString());
    }

    /** What the driver reads from, for an executor that was told of no folder of its own. Empty for none. */
    public static void useWhereNoneIsNamed(String driversFolder) {
        if (said().isEmpty() && !driversFolder.isEmpty()) {
            System.setProperty(PROPERTY, driversFolder);
        }
    }

    /** The folder, where one was named. Throws a {@link DataException} where that is no path here. */
    public static Optional<Path> named() {
        return said().map(text -> path(text).toAbsolutePath().normalize());
    }

    /** The folder, which must have been named. */
    static Path required() {
        return named().orElseThrow(() -> new DataException("no data folder: say --data DIR, or set " + VARIABLE
                + "; `trawl data fetch DIR` fills one with the UCI files"));
    }

    /**
     * Where {@code file} is: in the data folder if it has it, else as the running program sees it. Throws a
     * {@link DataException} where that is no path here.
     */
    static Path locate(String file) {
        Path path = path(file);
        return named().map(folder -> folder.resolve(path)).filter(Files::exists).orElse(path);
    }

    /** Where {@link #locate} has looked for {@code file}, as the end of a sentence; empty where the path says it. */
    static String searched(String file) {
        if (path(file).isAbsolute()) {
            return "";
        }
        Path current = Path.of("").toAbsolutePath();
        return named().map(folder -> " in " + folder + ", the data folder, nor in the current directory, " + current)
                .orElse(" in the current directory, " + current + "; --data DIR names another folder");
    }

    private static Optional<String> said() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .filter(text -> !text.isBlank());
    }

    /** A machine's locale may have no bytes for letters that another's has. */
    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new DataException(
                    "\"" + text + "\": " + e.getReason() + ". Letters beyond ASCII need a UTF-8 locale: LC_ALL=C.UTF-8",
                    e);
        }
    }
}
