package dev.trawl.store;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local file system as {@code meanwhile:///}, where something happens before the first file is opened. */
public final class Meanwhile extends RawLocalFileSystem {

    private static final AtomicReference<Runnable> EVENT = new AtomicReference<>();

    static Configuration configuration(Runnable event) {
        EVENT.set(event);
        Configuration configuration = new Configuration();
        configuration.setClass("fs.meanwhile.impl", Meanwhile.class, org.apache.hadoop.fs.FileSystem.class);
        return configuration;
    }

    @Override
    public URI getUri() {
        return URI.create("meanwhile:///");
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        if (path.getName().startsWith("segment-")) {
            Runnable event = EVENT.getAndSet(() -> {});
            event.run();
        }
        return super.open(path, bufferSize);
    }
}
