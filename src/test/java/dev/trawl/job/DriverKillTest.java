package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.trawl.store.RowFormat;
import dev.trawl.store.Segments;
import dev.trawl.store.StoredRows;
import dev.trawl.store.SweepLock;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A driver in a process of its own is killed at random moments and started again, until its sweep is done. */
class DriverKillTest {

    private static final int KILLS = Integer.getInteger("soak.kills", 2);
    /** On average. At 250 trials a second the few tenths of a second that a kill may lose are a small part of it. */
    private static final int TRIALS_A_KILL = 1200;

    private static final int MILLIS_A_TRIAL = 8;
    private static final int MILLIS_OF_A_START = 4000;
    private static final int INTERRUPT = 2; // the signal's number

    @TempDir
    Path temporary;

    private Path directory;
    private SlowTrials method;

    @BeforeEach
    void name() {
        directory = temporary.resolve("results");
        method = new SlowTrials(MILLIS_A_TRIAL, temporary.resolve("runs").toString(), 0, new CheapTrials(0, 1));
    }

    @Test
    void aKilledDriverLosesNothingAndDoublesNothing() throws Exception {
        int trials = 2 * KILLS * TRIALS_A_KILL;
        Random moments = new Random(1);
        try (Poller poller = new Poller(directory)) {
            for (int kill = 0; kill < KILLS; kill++) {
                SweepProcess sweep = new SweepProcess(directory, trials, method);
                Process driver = sweep.start();
                if (kill % 4 == 1) {
                    boolean ended = driver.waitFor(moments.nextInt(MILLIS_OF_A_START), TimeUnit.MILLISECONDS);
                    assertThat(ended).as("the sweep has ended before its kill").isFalse();
                } else {
                    sweep.awaitRuns(driver, runs() + moments.nextInt(2 * TRIALS_A_KILL));
                }
                driver.destroyForcibly().waitFor();
            }
            Process last = new SweepProcess(directory, trials, method).start();
            assertThat(last.waitFor()).isZero();
            poller.requireNothingSeenButWholeTrials();
        }

        System.out.printf("%d kills: %d trials, %d run%n", KILLS, trials, runs());
        assertThat(StoredRows.results(directory)).isEqualTo(CheapRows.uninterrupted(trials));
        assertThat(StoredRows.all(directory, RowFormat.CURVES)).hasSize(2 * trials);
        assertThat(runs()).as("trials run, of %d", trials).isBetween((long) trials, Math.round(1.2 * trials));
        assertThat(StoredRows.files(directory)).noneMatch(Segments::isHidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void signalsCommitWhatHasFinishedAndFreeTheDirectory(String signal) throws Exception {
        assumeFalse(signal.equals("INT") && ignoresInterrupts(), "SIGINT is ignored, as in a shell's background");
        SweepProcess sweep = new SweepProcess(directory, 100_000, method);
        Process driver = sweep.start();
        sweep.awaitRuns(driver, 200);
        new ProcessBuilder("kill", "-" + signal, Long.toString(driver.pid()))
                .start()
                .waitFor();

        assertThat(driver.waitFor()).isEqualTo(signal.equals("INT") ? 130 : 143);
        assertThat(StoredRows.results(directory)).isNotEmpty();
        assertThat(directory.resolve(SweepLock.FILE)).doesNotExist();
    }

    /** Whether this process was started so, and its children are: {@code /proc} tells on Linux. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            String mask =
                    lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("SigIgn:0");
            return new BigInteger(mask.substring("SigIgn:".length()).strip(), 16).testBit(INTERRUPT - 1);
        }
    }

    /** Trials run so far, over all processes. */
    private long runs() throws IOException {
        Path file = Path.of(method.runs());
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
