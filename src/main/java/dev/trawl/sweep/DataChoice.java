package dev.trawl.sweep;

import dev.trawl.data.CsvFile;
import dev.trawl.data.DataSource;
import dev.trawl.data.Division;
import dev.trawl.data.RealSet;
import dev.trawl.data.RealSource;
import dev.trawl.data.UciSet;
import dev.trawl.data.XorSource;
import java.util.List;

/** A data set: the one place, with {@link DataForm}, where another kind is added. */
sealed interface DataChoice {

    /** The rows that {@code cell} asks for. */
    DataSource source(Cell cell);

    /** The settings that this kind has and others have not. */
    List<Setting<?>> own();

    /** The word for it in result rows. */
    String key();

    /** As it stands in a sweep file. */
    String json();

    /** The k-D XOR. */
    record Xor() implements DataChoice {

        @Override
        public DataSource source(Cell cell) {
            return new XorSource(cell.of(Settings.K), cell.of(Settings.P), cell.of(Settings.N), cell.of(Settings.TEST));
        }

        @Override
        public List<Setting<?>> own() {
            return Settings.OF_XOR;
        }

        @Override
        public String key() {
            return "xor";
        }

        @Override
        public String json() {
            return JsonText.quoted(key());
        }
    }

    /** Rows read from files. */
    record Real(RealSet set) implements DataChoice {

        @Override
        public DataSource source(Cell cell) {
            return new RealSource(
                    set,
                    new Division(
                            cell.of(Settings.DUPLICATES).equals("drop"),
                            cell.of(Settings.SPLIT).equals("stratified"),
                            cell.of(Settings.FOLD),
                            cell.of(Settings.FOLDS)));
        }

        @Override
        public List<Setting<?>> own() {
            return Settings.OF_REAL_DATA;
        }

        @Override
        public String key() {
            return set.key();
        }

        @Override
        public String json() {
            if (set instanceof UciSet) {
                return "{\"uci\": " + JsonText.quoted(key()) + "}";
            }
            return set instanceof CsvFile csv ? CsvForm.json(csv) : "";
        }
    }
}
