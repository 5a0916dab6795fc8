package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Drivers that reach for one result directory in the same moment. */
final class LockRace {

    private LockRace() {}

    /** A process of this host that has ended. */
    static LockOwner dead() {
        LockOwner here = LockOwner.current();
        return new LockOwner(here.host(), here.space(), Long.MAX_VALUE, here.user(), "1970-01-01T00:00:00Z", "dead");
    }

    /** Fails unless one has the lock, and the others were told who. */
    static void run(ResultFolder folder, int drivers) throws Exception {
        List<SweepLock> taken = new ArrayList<>();
        List<String> winners = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Object outcome : outcomes(folder, drivers)) {
            if (outcome instanceof Taken won) {
                taken.add(won.lock());
                winners.add(won.host());
            } else {
                assertThat(outcome).isInstanceOf(LockedResults.class);
                refusals.add(((LockedResults) outcome).getMessage());
            }
        }
        assertThat(winners).hasSize(1);
        assertThat(refusals).hasSize(drivers - 1).allMatch(message -> message.contains("on " + winners.get(0) + ","));
        try (SweepLock lock = taken.get(0)) {
            assertThatNoException().isThrownBy(lock::check);
        }
    }

    private record Taken(String host, SweepLock lock) {}

    /** Of each driver what it took, or what it was told. */
    private static List<Object> outcomes(ResultFolder folder, int drivers) throws Exception {
        CyclicBarrier start = new CyclicBarrier(drivers);
        List<Callable<Object>> takers = new ArrayList<>();
        for (int driver = 0; driver < drivers; driver++) {
            String host = "host" + driver;
            LockOwner owner = new LockOwner(host, "", 7, "ada", "then", "token of " + host);
            takers.add(() -> {
                start.await();
                try {
                    return new Taken(host, SweepLock.take(folder, owner, Clock.systemUTC(), Duration.ZERO));
                } catch (RuntimeException e) {
                    return e;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(drivers);
        try {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> outcome : threads.invokeAll(takers)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }
}
