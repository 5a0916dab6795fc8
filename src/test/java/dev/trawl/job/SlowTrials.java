package dev.trawl.job;

import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * Trials for processes that get killed: their results are those of {@link CheapTrials}, they take some time, and each
 * that ends adds a byte to a file, whatever becomes of its rows.
 *
 * @param millis a trial takes
 * @param runs the file that counts
 * @param deadlyEvery a trial whose seed this divides ends its JVM; 0 for none
 */
record SlowTrials(long millis, String runs, long deadlyEvery, CheapTrials results) implements TrialMethod {

    @Override
    public String kernel() {
        return results.kernel();
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        if (deadlyEvery != 0 && trial.seed() % deadlyEvery == 0) {
            Runtime.getRuntime().halt(9);
        }
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        results.run(trial, observer);
        try {
            Files.write(Path.of(runs), new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
