package dev.trawl.spark;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this machine. Looked up once: a name server may be slow. */
final class Host {

    private static final String NAME = lookUp();

    private Host() {}

    static String name() {
        return NAME;
    }

    private static String lookUp() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
