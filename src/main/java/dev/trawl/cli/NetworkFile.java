package dev.trawl.cli;

import dev.trawl.data.Dataset;
import dev.trawl.data.Split;
import dev.trawl.kernel.Layer;
import dev.trawl.trial.KeptNetworks.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A trial's rows and networks in a file for NumPy: {@code x_train}, {@code y_train}, {@code x_test}, {@code y_test},
 * and of each stage {@code dense.weights1} (inputs, units), {@code dense.biases1} (units), {@code dense.weights2}, ...
 */
final class NetworkFile {

    private final Path path;

    private NetworkFile(Path path) {
        this.path = path;
    }

    /** A file to be, which must not be there yet. */
    static NetworkFile at(Path path) {
        if (Files.exists(path)) {
            throw Fault.usage("--save " + path + ": there is such a file already; name another, or remove it");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw Fault.usage("--save " + path + ": cannot be written: no folder to write to: " + folder);
        }
        return new NetworkFile(path);
    }

    void write(Split data, List<Network> networks) {
        try (var file = new NpzFile(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW))) {
            write(file, "train", data.train());
            write(file, "test", data.test());
            for (Network network : networks) {
                write(file, network);
            }
        } catch (IOException e) {
            throw Fault.usage("--save " + path + ": cannot be written: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static void write(NpzFile file, String part, Dataset rows) throws IOException {
        file.matrix("x_" + part, rows.x());
        file.vector("y_" + part, rows.labels());
    }

    private static void write(NpzFile file, Network network) throws IOException {
        int number = 1;
        for (Layer layer : network.layers()) {
            file.matrix(network.stage().key() + ".weights" + number, layer.weights());
            file.vector(network.stage().key() + ".biases" + number, layer.biases());
            number++;
        }
    }
}
