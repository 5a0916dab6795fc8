package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.ForkedJvm;
import dev.trawl.data.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More segments than are read side by side. */
class ScanTest {

    private static final RowFormat KEYS = RowFormat.TRIALS.only("trial_id", "status");

    @TempDir
    Path directory;

    private ResultStore store;

    @BeforeEach
    void open() {
        store = ResultStore.at(directory.toString(), new Configuration());
        store.writePlan(BarePlan.of("0", "hash", "{}"));
    }

    @Test
    void damagesComeInTheOrderOfTheFilesAndTheLaterOfTwoIsNamed() throws IOException {
        for (int number = 0; number < 100; number++) {
            write(number, rows(10 * number, 10));
        }
        write(3, Stream.of(row("no id", "ok"), row(id(-1), "ok")));
        write(40, rows(50, 1));
        write(41, rows(405, 10)); // of segment 40 only the first of these trials were there
        write(77, Stream.concat(rows(20, 2), rows(770, 10)));
        Files.write(directory.resolve("trials/segment-000060.parquet"), new byte[0]);

        StoreScan scan = store.scan();

        assertThat(scan.damages())
                .extracting(Damage::toString)
                .containsExactly(
                        "trials/segment-000003.parquet: holds a trial_id that is not 32 hexadecimal digits",
                        "trials/segment-000040.parquet: holds 1 trials that are there already",
                        "trials/segment-000060.parquet: empty",
                        "trials/segment-000077.parquet: holds 2 trials that are there already");
        assertThat(scan.ids().contains(id(-1))).isFalse();
        assertThat(scan.ids().contains(id(414))).isTrue();
    }

    @Test
    void aTrialThatFailedInTwoStagesIsOneThatFailed() {
        write(0, Stream.of(row(id(1), "ok"), row(id(1), "failed"), row(id(1), "failed"), row(id(2), "diverged")));
        write(1, Stream.of(row(id(3), "ok"), row(id(3), "ok")));

        StoreScan scan = store.scan();

        assertThat(scan.rows()).isEqualTo(6);
        assertThat(scan.trials()).isEqualTo(3);
        assertThat(scan.failures().total()).isEqualTo(2);
    }

    /** The set of their ids takes 17 MB. As text, which they once were until all were read, they took 50 MB more. */
    @Test
    void halfAMillionTrialsAreReadInLittleMemory() throws Exception {
        for (int number = 0; number < 25; number++) {
            write(number, rows(20_000 * number, 20_000));
        }

        Process scan = ForkedJvm.of(
                        List.of("-Xmx64m", "-XX:+UseSerialGC"), ScanOfMany.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("500000 trials, damaged []\n");
        assertThat(scan.waitFor()).isZero();
    }

    /** In a JVM of its own. */
    static final class ScanOfMany {

        private ScanOfMany() {}

        public static void main(String[] arguments) {
            StoreScan scan = ResultStore.at(arguments[0], new Configuration()).scan();
            System.out.println(scan.trials() + " trials, damaged " + scan.damages());
        }
    }

    private void write(long number, Stream<Object[]> rows) {
        var segment = store.folder().path("trials/" + Segments.name(number));
        store.folder().delete(segment);
        new Segments(store.folder()).write(segment, KEYS, rows::iterator, Map.of(Segments.FORMAT_KEY, "1"), () -> {});
    }

    private static Stream<Object[]> rows(long first, long count) {
        return LongStream.range(first, first + count).mapToObj(trial -> row(id(trial), "ok"));
    }

    private static Object[] row(String id, String status) {
        return new Object[] {id, status};
    }

    private static String id(long trial) {
        return Sha256.hex("trial " + trial).substring(0, 32);
    }
}
