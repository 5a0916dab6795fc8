package dev.trawl.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine. Looked up once: a name server may be slow. */
public final class Host {

    /** Of a machine that nothing tells from others. */
    public static final String UNKNOWN = "unknown";

    private static final String LOCAL = "localhost";

    /** Where Linux says which start of which machine this is. */
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private static final String NAME = lookUp();

    private Host() {}

    /** Another one on each machine, or {@link #UNKNOWN}. */
    public static String name() {
        return NAME;
    }

    private static String lookUp() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.equals(LOCAL) ? nameless() : name;
        } catch (UnknownHostException e) {
            return nameless();
        }
    }

    private static String nameless() {
        try {
            return LOCAL + "-" + Files.readString(BOOT).strip();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
