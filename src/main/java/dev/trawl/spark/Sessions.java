package dev.trawl.spark;

import dev.trawl.store.WrongAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** Spark sessions as Trawl needs them, on top of what spark-submit was told. */
public final class Sessions {

    /** A trial that ends its JVM costs attempts of the tasks beside it too. */
    private static final String MAX_FAILURES = "64";

    /** A setting that tells Trawl's Spark from the one of a program that uses Trawl. */
    private static final String OURS = "spark.trawl.session";

    private static final String MASTER = "spark.master";
    private static final String ALL_CORES = "local[*]";
    private static final String ONE_PROCESS = "local(\\[.*\\])?";
    private static final String LONGER_THAN_ANY_SLEEP = "3650d";

    /** How queries are answered. */
    private static final Map<String, String> SQL = Map.of(
            "spark.sql.session.timeZone", "UTC",
            // Spark 3.5 would answer a division by zero, or text that is no number, with an empty value.
            "spark.sql.ansi.enabled", "true",
            "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");

    /**
     * Tables are small: a few partitions do. Tiny ones are merged, and no others, as the driver takes a partition of an
     * answer at a time, whole.
     */
    private static final Map<String, String> PARTITIONS = Map.of(
            "spark.sql.shuffle.partitions", "8",
            "spark.sql.adaptive.coalescePartitions.parallelismFirst", "false",
            "spark.sql.adaptive.advisoryPartitionSizeInBytes", "2m");

    private Sessions() {}

    /**
     * Trawl's session: {@code local[*]} where spark-submit names no master. In a program that has a session of its own,
     * one beside it on the same Spark, which leaves that one's settings, views and logging alone.
     *
     * @throws WrongAddress for a master that is none
     * @throws LostCluster where the master cannot be reached, or gives no executors
     */
    public static SparkSession start(String name) {
        return start(name, new SparkConf());
    }

    /** @param given what spark-submit was told */
    static SparkSession start(String name, SparkConf given) {
        SparkConf settings = settings(name, given);
        Masters.require(given.get(MASTER, ALL_CORES));
        Optional<SparkSession> running = running();
        if (running.isPresent() && !isOurs(running.get())) {
            return beside(running.get());
        }
        SparkSession session;
        try {
            session = SparkSession.builder().config(settings).getOrCreate();
        } catch (Exception e) {
            // Scala code throws checked exceptions that it does not declare: SparkException is one.
            throw LostCluster.atTheStart(settings.get(MASTER), e);
        }
        if (isOurs(session)) { // and not on the context of a program that has no session yet
            session.sparkContext().setLogLevel(System.getProperty("trawl.log", "off"));
        }
        return session;
    }

    /**
     * Looks at the master before anything else is done; whether it answers is seen at the start.
     *
     * @throws WrongAddress for one that is none
     */
    public static void requireMaster() {
        Masters.requireKind(new SparkConf().get(MASTER, ALL_CORES));
    }

    /** A session with views of its own on the Spark of {@code session}, which answers queries as Trawl's do. */
    public static SparkSession beside(SparkSession session) {
        SparkSession beside = session.newSession();
        SQL.forEach(beside.conf()::set);
        SparkConf given = beside.sparkContext().getConf();
        PARTITIONS.forEach((key, value) -> beside.conf().set(key, given.get(key, value)));
        return beside;
    }

    /** Whether the cluster started this driver (cluster deploy mode), and not its user's machine. */
    public static boolean isOfTheCluster() {
        return "cluster".equals(new SparkConf().get("spark.submit.deployMode", "client"));
    }

    /** Ends Trawl's session, where there is one. */
    public static void stop() {
        running().filter(Sessions::isOurs).ifPresent(SparkSession::stop);
    }

    private static Optional<SparkSession> running() {
        var session = SparkSession.getDefaultSession();
        return session.isDefined() && !session.get().sparkContext().isStopped()
                ? Optional.of(session.get())
                : Optional.empty();
    }

    private static boolean isOurs(SparkSession session) {
        return session.sparkContext().getConf().contains(OURS);
    }

    /** Where paths lead, before there is a session. */
    public static Configuration hadoop() {
        return SparkHadoopUtil.get().newConfiguration(new SparkConf());
    }

    static SparkConf settings(String name, SparkConf given) {
        SparkConf conf = given.clone();
        conf.setMaster(master(conf.get(MASTER, ALL_CORES)));
        conf.setAppName(name);
        // Results are streamed to the driver, not collected there.
        conf.set("spark.driver.maxResultSize", "0");
        conf.set(OURS, "true");
        SQL.forEach(conf::set);
        PARTITIONS.forEach(conf::setIfMissing);
        // Sessions beside each other would have classes of their own, and compile each other's queries anew.
        conf.setIfMissing("spark.sql.artifact.isolation.enabled", "false");
        conf.setIfMissing("spark.task.maxFailures", MAX_FAILURES);
        // Trials may well take unlike times, and the mark of an attempt that lives would look like a lost one's.
        conf.set("spark.speculation", "false");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        // Nothing is stored there; Spark would make a folder spark-warehouse where the user happens to be.
        conf.setIfMissing(
                "spark.sql.warehouse.dir",
                Path.of(System.getProperty("java.io.tmpdir")).toUri().toString());
        if (conf.get(MASTER).matches(ONE_PROCESS)) {
            // A laptop sleeps, Ctrl-Z stops: two minutes later Spark would take this very process for a lost executor,
            // fail at every heartbeat from then on, and exit after sixty of them.
            conf.setIfMissing("spark.storage.blockManagerHeartbeatTimeoutMs", LONGER_THAN_ANY_SLEEP);
        }
        if (conf.get(MASTER).startsWith("local") && System.getenv("SPARK_LOCAL_IP") == null) {
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
        }
        return conf;
    }

    /** {@code local[2]} would fail a job at the first task that fails; {@code local[2,64]} tries again. */
    private static String master(String master) {
        if (master.equals("local")) {
            return "local[1," + MAX_FAILURES + "]";
        }
        return master.matches("local\\[[^,]+\\]") ? master.replace("]", "," + MAX_FAILURES + "]") : master;
    }
}
