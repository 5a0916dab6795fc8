package dev.trawl.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote into the jar. */
public final class Build {

    private Build() {}

    /** The version of Trawl, as result rows carry it. */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/trawl.properties")) {
            if (in == null) {
                throw new IllegalStateException("the jar has no trawl.properties");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
