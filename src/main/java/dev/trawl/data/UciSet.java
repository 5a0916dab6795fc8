package dev.trawl.data;

import static dev.trawl.data.Layout.LabelPlace.FIRST;
import static dev.trawl.data.Layout.LabelPlace.IN_BLOCKS;
import static dev.trawl.data.Layout.LabelPlace.LAST;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The five sets of the UCI Machine Learning Repository that the paper uses (table 2), every file of a set pooled. Their
 * licence is CC BY 4.0; cite the DOI.
 */
public enum UciSet implements RealSet {
    CAR(
            new About("Car Evaluation", 19, "car+evaluation", "10.24432/C5JP48"),
            new Layout(
                    ",",
                    0,
                    LAST,
                    List.of(
                            List.of("vhigh", "high", "med", "low"),
                            List.of("vhigh", "high", "med", "low"),
                            List.of("2", "3", "4", "5more"),
                            List.of("2", "4", "more"),
                            List.of("small", "med", "big"),
                            List.of("low", "med", "high"))),
            21,
            List.of("unacc", "acc", "good", "vgood"),
            new int[] {1210, 384, 69, 65},
            1728,
            "d760ac66698dc33316f3918649727712f0fd183aa38c19cb22e11551b403706f",
            new UciFile("car.data", 1728)),

    SEGMENTATION(
            new About("Image Segmentation", 50, "image+segmentation", "10.24432/C5GP4N"),
            Layout.numbers(",", 5, FIRST),
            19,
            List.of("BRICKFACE", "SKY", "FOLIAGE", "CEMENT", "WINDOW", "PATH", "GRASS"),
            each(7, 330),
            2086,
            "73ddc9eab9a9ee6a8fbda36c581d952d39789c340b69e617aecbc6a611b080d3",
            new UciFile("segmentation.data", 210),
            new UciFile("segmentation.test", 2100)),

    OPTDIGITS(
            new About(
                    "Optical Recognition of Handwritten Digits",
                    80,
                    "optical+recognition+of+handwritten+digits",
                    "10.24432/C50P49"),
            Layout.numbers(",", 0, LAST),
            64,
            numbered(0, 10, ""),
            new int[] {554, 571, 557, 572, 568, 558, 558, 566, 554, 562},
            5620,
            "7f0f12c4e610082a3650298343411bfb4e959335034cd6ab0fdad0d15174dc6a",
            new UciFile("optdigits.tra", 3823),
            new UciFile("optdigits.tes", 1797)),

    MFEAT_FAC(
            new About("Multiple Features", 72, "multiple+features", "10.24432/C5HC70"),
            Layout.numbers(" +", 0, IN_BLOCKS),
            216,
            numbered(0, 10, ""),
            each(10, 200),
            1994,
            "13b93549a46a4fcc8bfdb81ad6f22a18bdfed27cd8232517f6e4d7c194add3dc",
            new UciFile("mfeat-fac", 2000)),

    ISOLET(
            new About("ISOLET", 54, "isolet", "10.24432/C51G69"),
            Layout.numbers(",", 0, LAST),
            617,
            numbered(1, 26, "."),
            IntStream.range(0, 26)
                    .map(letter -> letter == 'F' - 'A' ? 298 : letter == 'M' - 'A' ? 299 : 300)
                    .toArray(),
            7797,
            "50ea92d29b010d34e6f6a0f835e8c8f02c1c431c54b193afbdf6369c747aef95",
            new UciFile("isolet1+2+3+4.data", 6238),
            new UciFile("isolet5.data", 1559));

    /**
     * Where a set is described and kept.
     *
     * @param title as the paper's table 2 has it
     * @param id UCI's number
     * @param slug of the address of its archive
     */
    record About(String title, int id, String slug, String doi) {}

    /** A file of a set, which has {@code rows} rows. */
    record UciFile(String name, int rows) {}

    private final About about;
    private final Layout layout;
    private final int inputs;
    private final List<String> classNames;
    private final int[] classCounts; // (classes)
    private final int distinctRows;
    private final String content;
    private final List<UciFile> files;

    UciSet(
            About about,
            Layout layout,
            int inputs,
            List<String> classNames,
            int[] classCounts,
            int distinctRows,
            String content,
            UciFile... files) {
        this.about = about;
        this.layout = layout;
        this.inputs = inputs;
        this.classNames = classNames;
        this.classCounts = classCounts;
        this.distinctRows = distinctRows;
        this.content = content;
        this.files = List.of(files);
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return about.title();
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int rows() {
        return files.stream().mapToInt(UciFile::rows).sum();
    }

    @Override
    public int distinctRows() {
        return distinctRows;
    }

    @Override
    public int classes() {
        return classNames.size();
    }

    @Override
    public String content() {
        return content;
    }

    @Override
    public String identity() {
        return "uci " + key() + " " + content;
    }

    @Override
    public Observations observations() {
        Path folder = DataFolder.required();
        return ObservationsCache.of(List.of(this, folder), () -> read(folder));
    }

    /** Reads and checks the files, which lie in {@code folder} or in its folder {@link #key()}. */
    Observations read(Path folder) {
        Path own = folder.resolve(key());
        Path place = Files.isDirectory(own) ? own : folder;
        UciReader reader = new UciReader(layout, inputs, classNames);
        files.forEach(file -> reader.read(TextFile.in(place, file.name()), file.rows()));
        Observations read = reader.observations();
        if (!Arrays.equals(read.classCounts(), classCounts)) {
            throw new DataException(place + ": " + key() + " has " + Arrays.toString(read.classCounts())
                    + " rows of its classes " + classNames + ", not " + Arrays.toString(classCounts) + " as at UCI");
        }
        if (!read.content().equals(content)) {
            throw new DataException(place + ": values of " + key() + " are not UCI's: their sha256 is " + read.content()
                    + ", not " + content);
        }
        return read;
    }

    Layout layout() {
        return layout;
    }

    List<String> classNames() {
        return classNames;
    }

    List<UciFile> files() {
        return files;
    }

    /** The page that describes it. */
    URI page() {
        return URI.create("https://archive.ics.uci.edu/dataset/" + about.id() + "/" + about.slug());
    }

    /** The zip file that has its files. */
    URI archive() {
        return URI.create("https://archive.ics.uci.edu/static/public/" + about.id() + "/" + about.slug() + ".zip");
    }

    public String doi() {
        return about.doi();
    }

    private static List<String> numbered(int from, int count, String suffix) {
        return IntStream.range(from, from + count).mapToObj(i -> i + suffix).toList();
    }

    private static int[] each(int classes, int rows) {
        return Collections.nCopies(classes, rows).stream()
                .mapToInt(count -> count)
                .toArray();
    }
}
