package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sweep.Bin;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class JobSizeTest {

    @Test
    void aJobHasNoMoreRecordsThanItsTasksMaySend() {
        List<Bin> bins = bins(10);
        assertThat(JobSize.end(bins, 0, Bin::size, 35)).isEqualTo(3);
        assertThat(JobSize.end(bins, 3, Bin::size, 40)).isEqualTo(7);
        assertThat(JobSize.end(bins, 7, Bin::size, 40)).isEqualTo(10);
        assertThat(JobSize.end(bins, 0, Bin::size, 1))
                .as("a bin cannot be divided")
                .isEqualTo(1);
        assertThat(JobSize.end(bins, 0, Bin::size, Long.MAX_VALUE)).isEqualTo(10);
    }

    @Test
    void aJobHasNoMoreTasksThanSparkHolds() {
        assertThat(JobSize.end(bins(20_001), 0, Bin::size, Long.MAX_VALUE)).isEqualTo(20_000);
    }

    @Test
    void anotherProgramsLimitCountsAndNoneIsNone() {
        SparkConf conf = new SparkConf(false);
        assertThat(JobSize.records(conf)).isEqualTo(1_073_741);
        assertThat(JobSize.records(conf.set("spark.driver.maxResultSize", "1m")))
                .isEqualTo(1_048);
        assertThat(JobSize.records(conf.set("spark.driver.maxResultSize", "0"))).isEqualTo(Long.MAX_VALUE);
    }

    /** Ten trials each. */
    private static List<Bin> bins(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Bin(new long[] {10L * i}, new long[] {10L * i + 10}, 1))
                .toList();
    }
}
