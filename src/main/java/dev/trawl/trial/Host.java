package dev.trawl.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, and which of its processes see each other. Looked up once: a name server may be slow. */
public final class Host {

    /** Of a machine that nothing tells from others. */
    public static final String UNKNOWN = "unknown";

    private static final String LOCAL = "localhost";

    /** Where Linux says which start of which machine this is. */
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** Where Linux says which processes this one sees: those of a container have numbers of their own. */
    private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

    private static final String NAME = lookUp();
    private static final String SPACE = space();

    private Host() {}

    /** Another one on each machine, or {@link #UNKNOWN}. */
    public static String name() {
        return NAME;
    }

    /**
     * Where a process number means one process: another text for each start of a machine and each container on it, of
     * the same name or not. Empty where no system says.
     */
    public static String processSpace() {
        return SPACE;
    }

    private static String space() {
        try {
            return Files.readSymbolicLink(PROCESSES) + " of "
                    + Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "";
        }
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
