package dev.trawl.store;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;

/** Before segments are written anew: a newer version may have written columns that this one would lose. */
final class KnownColumns {

    private KnownColumns() {}

    /** Refuses segments, of rows or curves, that have others. */
    static void require(ResultFolder folder) {
        Segments segments = new Segments(folder);
        List<Damage> damages = Stream.of(RowFormat.TRIALS, RowFormat.CURVES)
                .flatMap(format -> segments.list(format).stream()
                        .flatMap(file -> unknown(folder, segments, file.getPath(), format)))
                .toList();
        if (!damages.isEmpty()) {
            throw new DamagedResults(folder.toString(), damages);
        }
    }

    private static Stream<Damage> unknown(ResultFolder folder, Segments segments, Path source, RowFormat format) {
        List<String> unknown = segments.columns(source).stream()
                .filter(column -> !format.schema().containsField(column))
                .sorted()
                .toList();
        return unknown.isEmpty() ? Stream.of() : Stream.of(Damage.newerColumns(folder.relative(source), unknown));
    }
}
