package dev.trawl.store;

import dev.trawl.trial.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;

/** Reads what a result directory holds, and names each file that is not as Trawl wrote it. Changes nothing. */
final class Scanner {

    /** Read side by side; their ids are held twice until all are read. */
    private static final int SEGMENTS_AT_ONCE = 16;

    /** Readings at most; compactions are rare. */
    private static final int MOST_READINGS = 4;

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private final ResultFolder folder;
    private final Segments segments;
    private final List<Damage> damages = new ArrayList<>();
    private final TrialIds ids = new TrialIds();
    private long rows;
    private Failures failures = Failures.NONE;
    private long nextSegment;

    private Scanner(ResultFolder folder) {
        this.folder = folder;
        this.segments = new Segments(folder);
    }

    /**
     * What is in {@code folder}. A compaction takes all files away under whoever reads them, which is no damage: where
     * one that was there has gone or changed meanwhile, all are read anew.
     */
    static StoreScan scan(ResultFolder folder) {
        for (int reading = 1; ; reading++) {
            Scanner scanner = new Scanner(folder);
            Set<String> before = scanner.files();
            StoreScan scan = scanner.read();
            if (reading == MOST_READINGS || scanner.files().containsAll(before)) {
                return scan;
            }
        }
    }

    /** What is in a segment of trials, or what is wrong with it. */
    private record Content(String name, SegmentKeys keys, List<Damage> damages) {}

    private Set<String> files() {
        return Stream.of(RowFormat.TRIALS, RowFormat.CURVES)
                .flatMap(format -> segments.list(format).stream())
                .map(file -> file.getPath() + " " + file.getLen() + " " + file.getModificationTime())
                .collect(Collectors.toSet());
    }

    private StoreScan read() {
        checkPlan();
        if (folder.exists(Compaction.COMPACTED) && SweepLock.owner(folder).isEmpty()) {
            damages.add(Damage.unfinishedCompaction(Compaction.COMPACTED));
        }
        for (RowFormat format : List.of(RowFormat.TRIALS, RowFormat.CURVES)) {
            foreignFiles(format);
        }
        List<FileStatus> trials = segments.list(RowFormat.TRIALS);
        for (int from = 0; from < trials.size(); from += SEGMENTS_AT_ONCE) {
            trials.subList(from, Math.min(from + SEGMENTS_AT_ONCE, trials.size())).parallelStream()
                    .map(this::content)
                    .toList()
                    .forEach(this::add);
        }
        segments.list(RowFormat.CURVES).parallelStream()
                .flatMap(file -> curveDamage(file).stream())
                .toList()
                .forEach(damages::add);
        return new StoreScan(ids, rows, failures, nextSegment, List.copyOf(damages));
    }

    private void checkPlan() {
        var text = folder.read(ResultStore.PLAN);
        if (text.isEmpty()) {
            if (!segments.list(RowFormat.TRIALS).isEmpty()) {
                damages.add(new Damage(ResultStore.PLAN, "missing, though there are trials"));
            }
            return;
        }
        StoredPlan.damage(text.get()).ifPresent(damages::add);
        if (StoredPlan.formatOf(text.get()).filter(format -> format < 1).isPresent()) {
            damages.add(new Damage(ResultStore.PLAN, "has no format version"));
        }
    }

    private void foreignFiles(RowFormat format) {
        for (FileStatus file : folder.list(format.folder())) {
            String name = file.getPath().getName();
            if (!Segments.isHidden(name) && Segments.number(name).isEmpty()) {
                damages.add(new Damage(folder.relative(file.getPath()), "not a file of Trawl's"));
            }
            long number = Segments.number(name).orElse(-1L);
            nextSegment = Math.max(nextSegment, number + 1);
        }
    }

    private Content content(FileStatus file) {
        String name = folder.relative(file.getPath());
        List<Damage> damage = footerDamage(file);
        if (!damage.isEmpty()) {
            return new Content(name, SegmentKeys.none(), damage);
        }
        try {
            SegmentKeys keys = SegmentKeys.read(segments, file.getPath());
            return new Content(name, keys, keys.allAreIds() ? List.of() : List.of(noId(name)));
        } catch (IOException | RuntimeException e) {
            return new Content(name, SegmentKeys.none(), List.of(unreadable(name, e)));
        }
    }

    private List<Damage> curveDamage(FileStatus file) {
        List<Damage> damage = footerDamage(file);
        if (!damage.isEmpty()) {
            return damage;
        }
        try {
            segments.read(file.getPath(), RowFormat.CURVES, row -> {});
            return List.of();
        } catch (IOException | RuntimeException e) {
            return List.of(unreadable(folder.relative(file.getPath()), e));
        }
    }

    /** Parquet says in the cause what is wrong, and around it where. */
    private static Damage unreadable(String name, Exception e) {
        return new Damage(name, "unreadable: " + firstLine(Causes.deepest(e)));
    }

    private static Damage noId(String name) {
        return new Damage(name, "holds a trial_id that is not 32 hexadecimal digits");
    }

    /** In the order of the files: of two that hold the same trial, the later one is damaged. */
    private void add(Content content) {
        damages.addAll(content.damages());
        if (!content.damages().isEmpty()) {
            return;
        }
        int known = content.keys().addTo(ids);
        if (known > 0) {
            damages.add(new Damage(content.name(), "holds " + known + " trials that are there already"));
        }
        failures = failures.plus(content.keys().failures());
        rows += content.keys().rows();
    }

    /** What can be told without reading rows. */
    private List<Damage> footerDamage(FileStatus file) {
        String name = folder.relative(file.getPath());
        Map<String, String> metadata;
        try {
            metadata = segments.metadata(file.getPath());
        } catch (RuntimeException e) {
            return List.of(new Damage(name, unreadable(file, e)));
        }
        String format = metadata.get(Segments.FORMAT_KEY);
        if (format == null || !format.matches("\\d{1,9}")) {
            return List.of(new Damage(name, "a Parquet file, but not of Trawl's"));
        }
        int number = Integer.parseInt(format);
        return number > ResultStore.FORMAT ? List.of(Damage.newerFormat(name, number)) : List.of();
    }

    /** @param fault that its footer met */
    private String unreadable(FileStatus file, RuntimeException fault) {
        if (file.getLen() == 0) {
            return "empty";
        }
        try {
            if (!hasMagic(file, 0)) {
                return "not a Parquet file";
            }
            boolean whole = hasMagic(file, file.getLen() - MAGIC.length);
            return whole ? "unreadable: " + firstLine(Causes.deepest(fault)) : "truncated";
        } catch (IOException e) {
            return "unreadable: " + firstLine(e);
        }
    }

    private boolean hasMagic(FileStatus file, long place) throws IOException {
        return DiskFaults.reading(() -> {
            try (FSDataInputStream in = folder.fileSystem().open(file.getPath())) {
                byte[] found = new byte[MAGIC.length];
                in.readFully(place, found);
                return Arrays.equals(found, MAGIC);
            }
        });
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
