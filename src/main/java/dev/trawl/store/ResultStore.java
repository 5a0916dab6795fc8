package dev.trawl.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * The results of one sweep:
 *
 * <pre>
 * DIR/plan.json                        the resolved sweep
 * DIR/trials/segment-000017.parquet    rows as they finish
 * DIR/curves/segment-000017.parquet    points of training curves, where asked for
 * </pre>
 *
 * A row is committed by one file appearing. All rows of a trial are in one segment, so a trial is there wholly or not
 * at all. Its curve is committed before it under the same number: a segment of curves without its segment of trials
 * belongs to trials that will run again, and is cleared away before they do.
 */
public final class ResultStore {

    /** Raised when an older Trawl could not read what this one writes. */
    public static final int FORMAT = 1;

    /** Where the tables lie, made from the rows. */
    public static final String TABLES_FOLDER = "tables";

    private static final String REPORT_FOLDER = "report";
    private static final String REPORT = REPORT_FOLDER + "/index.html";

    static final String PLAN = "plan.json";

    /** Made from the rows, each anew and over the former one. */
    private static final List<String> MADE_FOLDERS = List.of(TABLES_FOLDER, REPORT_FOLDER);

    private static final long ROWS_A_COMPACTED_SEGMENT = 500_000;

    private final ResultFolder folder;
    private final Segments segments;

    private ResultStore(ResultFolder folder) {
        this.folder = folder;
        this.segments = new Segments(folder);
    }

    /** The results in {@code directory}, which need not be there yet. */
    public static ResultStore at(String directory, Configuration configuration) {
        return new ResultStore(ResultFolder.of(directory, configuration));
    }

    public String directory() {
        return folder.toString();
    }

    /** The same for a program: with the file system's scheme. */
    public String address() {
        return folder.address();
    }

    /** Empty where no sweep has run yet. Refuses a plan that is not as Trawl wrote it. */
    public Optional<StoredPlan> plan() {
        return folder.read(PLAN).map(text -> StoredPlan.sound(directory(), text));
    }

    /** Whether {@link #plan} gives one; not where it is damaged so that it can be moved aside. */
    public boolean hasSoundPlan() {
        try {
            return plan().isPresent();
        } catch (DamagedResults e) {
            if (!e.damages().stream().allMatch(Damage::movable)) {
                throw e;
            }
            return false;
        }
    }

    public void writePlan(StoredPlan plan) {
        folder.write(PLAN, plan.json());
    }

    /** Whether there are rows, be it in a compaction that was killed. */
    public boolean hasRows() {
        return folder.exists(Compaction.COMPACTED)
                || !segments.list(RowFormat.TRIALS).isEmpty();
    }

    /** Refuses a compaction that was killed between two renames: what has been moved out is not to be found. */
    public void requireFinished() {
        if (folder.exists(Compaction.COMPACTED) && owner().isEmpty()) {
            throw new DamagedResults(directory(), List.of(Damage.unfinishedCompaction(Compaction.COMPACTED)));
        }
    }

    /** The rows that are there now, to be kept in mind with what is made of them. */
    public MadeOf rows() {
        return MadeOf.now(folder);
    }

    /** Name, length and time of each file that can be asked: others once rows or tables have come, gone or changed. */
    public List<String> askable() {
        return Stream.of(RowFormat.TRIALS.folder(), RowFormat.CURVES.folder(), TABLES_FOLDER)
                .flatMap(name -> folder.list(name).stream())
                .filter(file -> !ResultFolder.isDraft(file.getPath().getName()))
                .map(file -> file.getPath() + " " + file.getLen() + " " + file.getModificationTime())
                .toList();
    }

    /** Puts the report page there, made of {@code rows}; returns its address. */
    public String writeReport(String html, MadeOf rows) {
        folder.write(REPORT, html);
        rows.writeTo(REPORT_FOLDER);
        return folder.path(REPORT).toString();
    }

    /** Whether the page is there, and made of all the rows that are there now. */
    public boolean hasCurrentReport() {
        return rows().isOf(REPORT_FOLDER) && folder.exists(REPORT);
    }

    /** Reads the keys of all rows, and finds damage. Changes nothing. */
    public StoreScan scan() {
        return Scanner.scan(folder);
    }

    /** Takes the directory for this process. Refuses where another live driver has it. */
    public SweepLock lock() {
        return SweepLock.take(folder);
    }

    /**
     * The same for a driver that the cluster started. Clusters start one anew within seconds of its end, when nobody
     * can tell yet that the former is gone: so this waits for three quarters of a minute before it refuses.
     */
    public SweepLock lockWhenFree() throws InterruptedException {
        return SweepLock.takeWhenFree(folder, SweepLock.WATCH);
    }

    /** The driver that writes to the directory now. */
    public Optional<LockOwner> owner() {
        return SweepLock.owner(folder);
    }

    /** The driver that wrote to the directory and has given no sign of life: killed, lost, or of another clock. */
    public Optional<LockOwner> lostOwner() {
        return SweepLock.lost(folder, Clock.systemUTC());
    }

    /**
     * Makes the results ready to be added to: finishes a compaction that was killed, refuses damage, and clears away
     * what a killed driver left. Refuses folders that somebody else has made there.
     */
    public StoreScan open(SweepLock lock) {
        StoreScan scan = finishAndScan(lock);
        scan.requireSound(directory());
        if (plan().isEmpty() && scan.rows() == 0) {
            requireFree();
        }
        new Leftovers(folder, lock::check).clear(MADE_FOLDERS);
        lock.check();
        clearMarks();
        return scan;
    }

    private StoreScan finishAndScan(SweepLock lock) {
        lock.check();
        folder.read(PLAN)
                .flatMap(StoredPlan::formatOf)
                .filter(format -> format > FORMAT)
                .ifPresent(format -> {
                    throw new DamagedResults(directory(), List.of(Damage.newerFormat(PLAN, format)));
                });
        Compaction.finish(folder, lock);
        StoreScan scan = scan();
        lock.check(); // a laptop may have slept over it, and another driver be at work here by now
        return scan;
    }

    /** Refuses a directory of somebody else's, whose files would be overwritten. */
    private void requireFree() {
        for (String name : MADE_FOLDERS) {
            if (!folder.list(name).isEmpty()) {
                throw new WrongAddress(directory() + " has a folder \"" + name
                        + "\" already, and no plan.json: these are no results of Trawl's, which need a "
                        + "directory of their own");
            }
        }
    }

    public void clearMarks() {
        folder.delete(folder.path(Marks.FOLDER));
    }

    /**
     * Forgets the trials that failed or were killed, so that they run again. Open the store anew afterwards.
     *
     * @param except steps whose failed trials stay
     * @return how many trials were forgotten
     */
    public long forgetFailed(SweepLock lock, Set<String> except) {
        return new FailedTrials(folder).forget(lock::check, except);
    }

    /**
     * Merges segments into few. A reader sees every row once, but for the instant between two renames at the end, when
     * it sees none. Open the store first.
     *
     * @return how many segments of trials there are now
     */
    public int compact(SweepLock lock) {
        List<String> current = MADE_FOLDERS.stream().filter(rows()::isOf).toList();
        new Compaction(folder, ROWS_A_COMPACTED_SEGMENT).run(lock);
        current.forEach(rows()::writeTo);
        return segments.list(RowFormat.TRIALS).size();
    }

    /**
     * Commits finished trials, whole, as segment {@code number}.
     *
     * @param ownership throws where another driver has taken over; looked at again before each file appears
     */
    public void commit(long number, List<Object[]> rows, List<Object[]> curve, String sweepHash, Runnable ownership) {
        ownership.run();
        if (!curve.isEmpty()) {
            segments.commit(RowFormat.CURVES, number, curve, sweepHash, ownership);
        }
        segments.commit(RowFormat.TRIALS, number, rows, sweepHash, ownership);
    }

    /**
     * Finishes a compaction that was killed, then moves what is damaged still to DIR/quarantine, a segment of trials
     * together with its curves. Refuses rows of a newer Trawl.
     *
     * @return the files that were moved, as they are called now
     */
    public List<String> quarantine(SweepLock lock) {
        List<Damage> damages = finishAndScan(lock).damages();
        List<Damage> kept = damages.stream().filter(damage -> !damage.movable()).toList();
        if (!kept.isEmpty()) {
            throw new DamagedResults(directory(), kept);
        }
        return new Quarantine(folder, lock::check).take(damages);
    }

    public ResultFolder folder() {
        return folder;
    }
}
