package dev.trawl.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Where the pages of a Parquet file lie, for tests that change them. */
public final class ParquetPages {

    private ParquetPages() {}

    /** Changes a bit in the last byte of the last page of {@code column}. */
    public static void changeLastBit(Path file, String column) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[Math.toIntExact(ends(file).get(column)) - 1] ^= 1;
        Files.write(file, bytes);
    }

    /** By column, the place behind its last page. */
    static Map<String, Long> ends(Path file) throws IOException {
        var input = HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration());
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            return reader.getRowGroups().stream()
                    .flatMap(group -> group.getColumns().stream())
                    .collect(Collectors.toMap(
                            column -> column.getPath().toDotString(),
                            column -> column.getStartingPos() + column.getTotalSize(),
                            Math::max));
        }
    }
}
