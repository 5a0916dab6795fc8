package dev.trawl.job;

import dev.trawl.sweep.Bin;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.spark.SparkConf;

/** How many bins go to Spark as one job. */
final class JobSize {

    /** Spark keeps some kilobytes a task of a running job. */
    private static final int BINS = 20_000;

    /** What a row takes on its way to the driver, twice over; a point of a curve takes less. */
    private static final long BYTES_A_RECORD = 1_000;

    private static final String LIMIT = "spark.driver.maxResultSize";

    private JobSize() {}

    /**
     * Rows and points of curves that the tasks of one job may send. Spark fails a job for more than its limit, though
     * these are not kept; Trawl's own session lifts it, that of a program may not.
     */
    static long records(SparkConf conf) {
        long bytes = conf.getSizeAsBytes(LIMIT, "1g");
        return bytes == 0 ? Long.MAX_VALUE : bytes / BYTES_A_RECORD;
    }

    /**
     * The end of the job that begins with bin {@code from}: at least one bin, and no more of them than have
     * {@code most} records.
     *
     * @param records of one bin
     */
    static int end(List<Bin> bins, int from, ToLongFunction<Bin> records, long most) {
        int last = Math.min(from + BINS, bins.size());
        if (most == Long.MAX_VALUE) {
            return last; // all trials would be looked at for nothing
        }
        long sum = records.applyAsLong(bins.get(from));
        for (int end = from + 1; end < last; end++) {
            sum += records.applyAsLong(bins.get(end));
            if (sum > most) {
                return end;
            }
        }
        return last;
    }
}
