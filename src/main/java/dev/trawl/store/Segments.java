package dev.trawl.store;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.Type;

/**
 * Segments: the Parquet files that rows land in, {@code trials/segment-000017.parquet}. Written by Parquet's own writer
 * with no Spark job, under a hidden name first.
 */
public final class Segments {

    static final String FORMAT_KEY = "trawl.format";
    static final String SWEEP_KEY = "trawl.sweep";

    /** What a writer holds in memory at most; the driver has little. */
    private static final long ROW_GROUP_BYTES = 32 << 20;

    /** What tells them from hidden files, for readers. */
    public static final String GLOB = "segment-*.parquet";

    private static final Pattern NAME = Pattern.compile("segment-(\\d{6,9})\\.parquet");

    private final ResultFolder folder;

    /** Made once: Parquet would read Hadoop's XML files anew for each of ours. */
    private final ParquetReadOptions options;

    public Segments(ResultFolder folder) {
        this.folder = folder;
        this.options = HadoopReadOptions.builder(folder.configuration()).build();
    }

    static String name(long number) {
        return String.format(Locale.ROOT, "segment-%06d.parquet", number); // another locale has other digits
    }

    /** The number in a segment's name; empty for another file's name. */
    static Optional<Long> number(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Names that readers pass over: what a killed writer left behind. */
    public static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }

    public List<FileStatus> list(RowFormat format) {
        return folder.list(format.folder()).stream()
                .filter(file -> number(file.getPath().getName()).isPresent())
                .toList();
    }

    /**
     * Commits {@code rows} as segment {@code number}: a reader sees all of them or none.
     *
     * @param ownership throws where another driver has taken over, while a slow disk was written to
     */
    void commit(RowFormat format, long number, List<Object[]> rows, String sweepHash, Runnable ownership) {
        Path visible = folder.path(format.folder() + "/" + name(number));
        Path draft = folder.draft(visible);
        Map<String, String> metadata = Map.of(FORMAT_KEY, String.valueOf(ResultStore.FORMAT), SWEEP_KEY, sweepHash);
        write(draft, format, rows, metadata, () -> {
            ownership.run();
            if (draft.equals(visible)) {
                folder.requireFree(visible);
            }
        });
        folder.publish(draft, visible);
    }

    /**
     * Writes a file that is not there yet.
     *
     * @param last looked at when all is written: a draft is whole then, and in an object store has not appeared
     */
    void write(Path path, RowFormat format, Iterable<Object[]> rows, Map<String, String> metadata, Runnable last) {
        try (SyncedOutput output = new SyncedOutput(folder, path)) {
            try (ParquetWriter<Object[]> writer = new Builder(output, format, metadata)
                    .withWriteMode(Mode.CREATE)
                    .build()) {
                for (Object[] row : rows) {
                    writer.write(row);
                }
            }
            last.run();
            output.complete();
        } catch (IOException e) {
            folder.discard(path);
            throw new UnwritableResults("write " + path, e);
        }
    }

    /**
     * Writes the rows of {@code sources} that {@code keep} accepts into one segment, in their order. Other columns than
     * those of {@code format} are lost: see {@link KnownColumns}.
     *
     * @param last looked at when all is written: a draft is whole then, and in an object store has not appeared
     * @return how many were kept
     */
    long copy(
            List<Path> sources,
            Path path,
            RowFormat format,
            Map<String, String> metadata,
            Predicate<Object[]> keep,
            Runnable last) {
        long kept = 0;
        try (SyncedOutput output = new SyncedOutput(folder, path)) {
            try (ParquetWriter<Object[]> writer = new Builder(output, format, metadata).build()) {
                for (Path source : sources) {
                    kept += copy(source, writer, format, keep);
                }
            }
            last.run();
            output.complete();
        } catch (IOException e) {
            folder.discard(path);
            throw new UnwritableResults("write " + path, e);
        }
        return kept;
    }

    private long copy(Path source, ParquetWriter<Object[]> to, RowFormat format, Predicate<Object[]> keep)
            throws IOException {
        return DiskFaults.reading(() -> {
            long kept = 0;
            try (ParquetReader<Object[]> reader = new RowReaderBuilder(input(source), format).build()) {
                for (Object[] row = reader.read(); row != null; row = reader.read()) {
                    if (keep.test(row)) {
                        to.write(row);
                        kept++;
                    }
                }
            }
            return kept;
        });
    }

    /** For rows of another table than a segment's. */
    public ParquetWriter<Object[]> writer(SyncedOutput output, RowFormat format) throws IOException {
        return new Builder(output, format, Map.of()).build();
    }

    /** Reads the columns of {@code format} of one segment. */
    void read(Path path, RowFormat format, Consumer<Object[]> rows) throws IOException {
        DiskFaults.reading(() -> {
            try (ParquetReader<Object[]> reader = new RowReaderBuilder(input(path), format).build()) {
                for (Object[] row = reader.read(); row != null; row = reader.read()) {
                    rows.accept(row);
                }
            }
            return path;
        });
    }

    Map<String, String> metadata(Path path) {
        return footer(path, reader -> reader.getFileMetaData().getKeyValueMetaData());
    }

    /** The names of a file's columns: an older version may have written fewer. */
    Set<String> columns(Path path) {
        return footer(path, reader -> reader.getFileMetaData().getSchema().getFields().stream()
                .map(Type::getName)
                .collect(Collectors.toSet()));
    }

    long rows(Path path) {
        return footer(path, ParquetFileReader::getRecordCount);
    }

    private <T> T footer(Path path, Function<ParquetFileReader, T> what) {
        try {
            return DiskFaults.reading(() -> {
                try (ParquetFileReader reader = ParquetFileReader.open(input(path), options)) {
                    return what.apply(reader);
                }
            });
        } catch (IOException e) {
            throw new UnreadableResults("read " + path, e);
        }
    }

    private InputFile input(Path path) throws IOException {
        return HadoopInputFile.fromPath(path, folder.configuration());
    }

    private final class Builder extends ParquetWriter.Builder<Object[], Builder> {

        private final RowFormat format;
        private final Map<String, String> metadata;

        Builder(OutputFile output, RowFormat format, Map<String, String> metadata) {
            super(output);
            this.format = format;
            this.metadata = metadata;
            withConf(folder.configuration());
            withCompressionCodec(CompressionCodecName.ZSTD);
            withPageWriteChecksumEnabled(true);
            withRowGroupSize(ROW_GROUP_BYTES);
            withWriteMode(Mode.OVERWRITE);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport(format, metadata);
        }
    }
}
