package dev.trawl.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;

/** DIR/quarantine: damaged files, out of the way and not lost. */
final class Quarantine {

    private static final String FOLDER = "quarantine/";

    private final ResultFolder folder;
    private final Runnable ownership;

    /** @param ownership throws where another driver has taken over; looked at again before each file is moved */
    Quarantine(ResultFolder folder, Runnable ownership) {
        this.folder = folder;
        this.ownership = ownership;
    }

    /**
     * Moves damaged files there, a segment of trials together with its curves.
     *
     * @return the files that were moved, as they are called now
     */
    List<String> take(List<Damage> damages) {
        List<String> moved = new ArrayList<>();
        for (Damage damage : damages) {
            files(damage).stream().filter(folder::exists).map(this::setAside).forEach(moved::add);
        }
        return moved;
    }

    private static List<String> files(Damage damage) {
        String name = new Path(damage.file()).getName();
        return Segments.number(name).isPresent()
                ? List.of(RowFormat.TRIALS.folder() + "/" + name, RowFormat.CURVES.folder() + "/" + name)
                : List.of(damage.file());
    }

    private String setAside(String file) {
        String name = file.replace('/', '-');
        String free = FOLDER + name;
        for (int copy = 1; folder.exists(free); copy++) {
            free = FOLDER + copy + "-" + name;
        }
        ownership.run();
        folder.rename(folder.path(file), folder.path(free));
        return free;
    }
}
