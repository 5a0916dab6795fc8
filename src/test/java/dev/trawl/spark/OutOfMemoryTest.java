package dev.trawl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.spark.util.SparkUncaughtExceptionHandler;
import org.junit.jupiter.api.Test;

/** Spark ends the JVM of a task that ran out of memory, and logs why: the one message of Spark's that is shown. */
class OutOfMemoryTest {

    @Test
    void aProcessThatRanOutOfMemorySaysSoInOneLine() throws IOException, InterruptedException {
        Process process = ForkedJvm.of(ForkedJvm.SHORT_LIVED, OutOfMemoryTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(52);
        assertThat(printed.lines().filter(line -> !line.startsWith("WARNING: Using incubator")))
                .containsExactly(
                        "A task of Spark's ended this process: Java heap space. Where memory ran out, give it"
                                + " more, as by TRAWL_OPTS=-Xmx8g, or --driver-memory 8g on a cluster; the same command goes on.");
    }

    /** What an executor does, at once: to fill a heap takes time. */
    public static void main(String[] arguments) {
        Sessions.start("out of memory");
        new SparkUncaughtExceptionHandler(false)
                .uncaughtException(Thread.currentThread(), new OutOfMemoryError("Java heap space"));
    }
}
