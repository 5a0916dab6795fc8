package dev.trawl.store;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The local file system as {@code sector:///}, where one byte of a file cannot be read; there it throws what Hadoop
 * does.
 */
public final class BadSector extends RawLocalFileSystem {

    private static final String FILE = "test.bad.file";
    private static final String BYTE = "test.bad.byte";

    /** @param place of the byte, counted from the file's end where it is below zero */
    static Configuration configuration(String file, long place) {
        Configuration configuration = new Configuration();
        configuration.setClass("fs.sector.impl", BadSector.class, org.apache.hadoop.fs.FileSystem.class);
        configuration.setBoolean("fs.sector.impl.disable.cache", true);
        configuration.set(FILE, file);
        configuration.setLong(BYTE, place);
        return configuration;
    }

    @Override
    public URI getUri() {
        return URI.create("sector:///");
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        FSDataInputStream sound = super.open(path, bufferSize);
        if (!path.toUri().getPath().endsWith(getConf().get(FILE))) {
            return sound;
        }
        long place = getConf().getLong(BYTE, 0);
        return new FSDataInputStream(
                new Stream(sound, place < 0 ? getFileStatus(path).getLen() + place : place));
    }

    private static final class Stream extends FSInputStream {

        private final FSDataInputStream in;
        private final long bad;

        Stream(FSDataInputStream in, long bad) {
            this.in = in;
            this.bad = bad;
        }

        @Override
        public int read() throws IOException {
            require(1);
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            require(length);
            return in.read(bytes, from, length);
        }

        private void require(int length) throws IOException {
            if (in.getPos() <= bad && bad < in.getPos() + length) {
                throw FullDisk.error("Input/output error");
            }
        }

        @Override
        public void seek(long place) throws IOException {
            in.seek(place);
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public boolean seekToNewSource(long place) {
            return false;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
