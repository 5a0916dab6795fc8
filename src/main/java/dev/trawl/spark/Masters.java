package dev.trawl.spark;

import dev.trawl.store.WrongAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at {@code spark.master} before Spark does, which would try for a minute and then tell in traces. */
final class Masters {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final Pattern STANDALONE =
            Pattern.compile("spark://HOST:\\d+(,HOST:\\d+)*".replace("HOST", "(\\[[^]]+]|[^:/,]+)"));
    private static final Pattern OTHERS =
            Pattern.compile("local(\\[([1-9]\\d*|\\*)( *, *[1-9]\\d*)?])?|local-cluster\\[.+]|yarn|k8s://.+");

    private Masters() {}

    /**
     * @throws WrongAddress for what names no kind of cluster
     * @throws LostCluster where no standalone master answers
     */
    static void require(String master) {
        requireKind(master);
        if (STANDALONE.matcher(master).matches()) {
            requireOneThatAnswers(master);
        }
    }

    /** The same without looking for a cluster. */
    static void requireKind(String master) {
        if (!STANDALONE.matcher(master).matches() && !OTHERS.matcher(master).matches()) {
            throw new WrongAddress("master \"" + master
                    + "\" is none: local[N], spark://host:port, yarn and k8s://https://host:port are");
        }
    }

    private static void requireOneThatAnswers(String master) {
        List<String> faults = new ArrayList<>();
        for (String address : master.substring("spark://".length()).split(",")) {
            int colon = address.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                int port = Integer.parseInt(address.substring(colon + 1));
                socket.connect(new InetSocketAddress(address.substring(0, colon), port), PATIENCE_MILLIS);
                return;
            } catch (UnknownHostException e) {
                faults.add("there is no host " + e.getMessage());
            } catch (IOException | IllegalArgumentException e) {
                faults.add(e.getMessage());
            }
        }
        throw new LostCluster("no Spark master answers at " + master + ": " + String.join("; ", faults));
    }
}
