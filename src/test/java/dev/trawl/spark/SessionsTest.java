package dev.trawl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sql.TableSession;
import java.time.Duration;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {

    private static final String HEARTBEAT_TIMEOUT = "spark.storage.blockManagerHeartbeatTimeoutMs";

    /** The caller's has none of these settings, or others. */
    @Test
    void aSessionBesideTheCallersAnswersAsTrawlsDo() {
        var callers = TableSession.open();
        assertThat(callers.conf().get("spark.sql.parquet.outputTimestampType")).isEqualTo("INT96");

        var beside = Sessions.beside(callers);

        assertThat(beside.conf().get("spark.sql.parquet.outputTimestampType")).isEqualTo("TIMESTAMP_MICROS");
        assertThat(beside.conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
        assertThat(callers.conf().get("spark.sql.parquet.outputTimestampType")).isEqualTo("INT96");
        assertThat(beside.sparkContext()).isSameAs(callers.sparkContext());
    }

    /** The driver holds a partition of an answer at a time: tables of a million trials ran out of memory. */
    @Test
    void anAnswerComesInPartitionsOfSomeMegabytes() {
        var session = Sessions.beside(TableSession.open());
        session.conf().set("spark.sql.shuffle.partitions", "8"); // as Trawl's own have; the tests' have 1

        var answer = session.sql("SELECT id, hash(id) AS h FROM range(2000000) ORDER BY h");

        assertThat(answer.javaRDD().getNumPartitions()).isEqualTo(8);
    }

    /** The wall clock goes on while a laptop sleeps, heartbeats do not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"local true", "local[2] true", "local[*,64] true", "yarn false", "spark://one:7077 false"})
    void noSleepIsLongEnoughToLoseTheOnlyProcess(String master, boolean isOne) {
        SparkConf settings = Sessions.settings("test", new SparkConf(false).setMaster(master));

        assertThat(settings.contains(HEARTBEAT_TIMEOUT)).isEqualTo(isOne);
        assertThat(settings.getTimeAsSeconds(HEARTBEAT_TIMEOUT, "120s")
                        > Duration.ofDays(365).toSeconds())
                .isEqualTo(isOne);
    }

    @Test
    void executorsOfASmallClusterHereCanBeLost() {
        SparkConf given = new SparkConf(false).setMaster("local-cluster[2,1,1024]");

        assertThat(Sessions.settings("test", given).contains(HEARTBEAT_TIMEOUT)).isFalse();
    }
}
