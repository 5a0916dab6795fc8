package dev.trawl.sweep;

import dev.trawl.data.DataSource;
import dev.trawl.data.XorSource;
import java.util.List;
import java.util.Locale;

/** A kind of data set: the one place, with {@link DataForm}, where another kind is added. */
enum DataChoice {
    XOR {
        @Override
        DataSource source(Cell cell) {
            return new XorSource(cell.of(Settings.K), cell.of(Settings.P), cell.of(Settings.N), cell.of(Settings.TEST));
        }

        @Override
        List<Setting<?>> needed() {
            return List.of(Settings.K, Settings.P, Settings.N);
        }
    };

    /** The rows that {@code cell} asks for. */
    abstract DataSource source(Cell cell);

    /** Settings without a default that this kind needs; others may not have them. */
    abstract List<Setting<?>> needed();

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
