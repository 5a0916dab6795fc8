package dev.trawl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sql.TableSession;
import org.junit.jupiter.api.Test;

class SessionsTest {

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
}
