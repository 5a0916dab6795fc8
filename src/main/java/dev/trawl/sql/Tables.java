package dev.trawl.sql;

import dev.trawl.data.Sha256;
import dev.trawl.store.MadeOf;
import dev.trawl.store.ResultFolder;
import dev.trawl.store.ResultStore;
import dev.trawl.store.UnwritableResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Makes the tables of a result directory: each is the answer to the {@code .sql} file of its name. */
public final class Tables {

    public static final List<String> NAMES = List.of(
            "sorted_minima", "phase_transition", "hidden_nodes", "pruning", "sorted_runs", "real_data", "failures");

    /** Rows of a table kept in memory for printing. */
    private static final int HEAD = 1000;

    private Tables() {}

    /**
     * Makes all tables from {@code dir/trials} and writes them as {@code dir/tables/NAME.parquet} and {@code NAME.csv}.
     * Registers them, and all that {@link Views} has, as views of {@code spark}. Several may do so at the same time.
     */
    public static MadeTables make(SparkSession spark, String dir) {
        return make(spark, dir, name -> {});
    }

    /** The same; {@code begun} is told the name of each table as it is begun, from several threads. */
    public static MadeTables make(SparkSession spark, String dir, Consumer<String> begun) {
        var folder = ResultFolder.of(dir, spark.sparkContext().hadoopConfiguration());
        MadeOf rows = MadeOf.now(folder); // before they are read: what comes in between is not in the tables
        Map<String, String> fingerprints = new ConcurrentHashMap<>();
        Views.registerRows(spark, dir);
        Views.hold(spark);
        try {
            List<Table> tables = TwoAtOnce.map(NAMES, name -> {
                begun.accept(name);
                return make(spark, folder, name, fingerprints);
            });
            tables.forEach(table -> Views.register(spark, folder, table));
            rows.writeTo(ResultStore.TABLES_FOLDER, queries(), hash(fingerprints));
            return new MadeTables(spark, rows, tables);
        } finally {
            Views.derive(spark); // cells and runs of a large sweep are many, and held no longer than they are asked
        }
    }

    /** Registers the views, and the tables as they are in their files; many questions may be asked of them. */
    public static void holdMade(SparkSession spark, String dir) {
        Views.register(spark, dir);
        Views.hold(spark);
    }

    /**
     * Registers the views, and each table as it would be made now; writes nothing. All of them are of the same rows,
     * however many come in meanwhile.
     */
    public static void hold(SparkSession spark, String dir) {
        Views.registerRows(spark, dir);
        Views.hold(spark);
        NAMES.forEach(name -> spark.sql(Sql.read(name)).localCheckpoint().createOrReplaceTempView(name));
    }

    /**
     * Whether all of them are in {@code store}, made of all the rows that are there now, by the queries of this version
     * (those of another may lack a column), and all at once: whoever began with fewer rows may have ended later.
     */
    public static boolean areCurrent(ResultStore store) {
        Map<String, String> there = new HashMap<>();
        for (String name : NAMES) {
            TableFiles.fingerprint(store.folder(), name).ifPresent(fingerprint -> there.put(name, fingerprint));
        }
        return store.rows()
                .made(ResultStore.TABLES_FOLDER, queries())
                .filter(hash(there)::equals)
                .isPresent();
    }

    private static String hash(Map<String, String> fingerprints) {
        return Sha256.hex(NAMES.stream()
                .map(name -> fingerprints.getOrDefault(name, "missing"))
                .collect(Collectors.joining("\n")));
    }

    /** A hash of all that the tables are the answers to. */
    private static String queries() {
        return Sha256.hex(Stream.concat(Views.DERIVED.stream().map(name -> "views/" + name), NAMES.stream())
                .map(Sql::read)
                .collect(Collectors.joining("\n")));
    }

    /** Every file that {@link #make} writes, below the result directory. */
    static Stream<String> files() {
        return NAMES.stream().flatMap(name -> TableFiles.ENDINGS.stream().map(ending -> TableFiles.file(name, ending)));
    }

    private static Table make(SparkSession spark, ResultFolder folder, String name, Map<String, String> fingerprints) {
        var answer = spark.sql(Sql.read(name));
        var schema = answer.schema();
        var head = new ArrayList<Row>();
        long count = 0;
        var rows = answer.toLocalIterator();
        try (var files = new TableFiles(folder, name, schema)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                files.write(row);
                if (count < HEAD) {
                    head.add(row);
                }
                count++;
            }
            fingerprints.put(name, files.commit());
        } catch (IOException e) {
            throw new UnwritableResults("write table " + name + " to " + folder, e);
        }
        return new Table(name, schema, head, count);
    }
}
