package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.job.Attempt.Action;
import dev.trawl.sweep.Bin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Bin BIN = new Bin(new long[] {0}, new long[] {2000}, 1);

    @Test
    void aBinThatWasNeverLostSetsNoMarks() {
        assertThat(new Attempt(0, Map.of(), false, false).with(7)).isEqualTo(Action.RUN);
    }

    @Test
    void oneMarkIsNoVerdictAsTheClusterTakesMachinesBackToo() {
        assertThat(new Attempt(2, Map.of(7L, 1), false, false).with(7)).isEqualTo(Action.RUN_MARKED);
        assertThat(new Attempt(3, Map.of(7L, 2), false, false).with(7)).isEqualTo(Action.CALL_KILLED);
        assertThat(new Attempt(3, Map.of(7L, 2), false, false).with(8)).isEqualTo(Action.RUN_MARKED);
    }

    @Test
    void whereTasksShareAnExecutorASuspectIsPassedOverAndRunsAlone() {
        assertThat(new Attempt(2, Map.of(7L, 1), true, false).with(7)).isEqualTo(Action.PASS_OVER);
        assertThat(new Attempt(0, Map.of(), true, true).with(7)).isEqualTo(Action.RUN_MARKED);
        assertThat(new Attempt(1, Map.of(), true, true).with(7))
                .as("lost before it had begun")
                .isEqualTo(Action.RUN_MARKED);
        assertThat(new Attempt(1, Map.of(7L, 1), true, true).with(7)).isEqualTo(Action.CALL_KILLED);
    }

    /** A bin's first attempt sets none, a suspect's does. */
    @Test
    void marksAreLookedForWhereTheyCanBe() {
        assertThat(Attempt.mayFindMarks(0, true)).isFalse();
        assertThat(Attempt.mayFindMarks(1, true)).isTrue();
        assertThat(Attempt.mayFindMarks(1, false)).isFalse();
        assertThat(Attempt.mayFindMarks(2, false)).isTrue();
    }

    /** Spark gives up at 64 losses of a task. */
    @Test
    void anyNumberOfDeadlyTrialsIsTold() {
        Set<Long> killed = new HashSet<>();
        Outcome whole = attempts(BIN, trial -> trial % 2 == 0, killed);

        assertThat(whole.handedBack()).isTrue();
        assertThat(whole.lost()).isEqualTo(Attempt.OF_A_BIN);
        assertThat(killed).isEmpty();
        BIN.forEach(trial -> {
            Outcome single = attempts(new Bin(new long[] {trial}, new long[] {trial + 1}, 1), t -> t % 2 == 0, killed);
            assertThat(single.handedBack()).isFalse();
            assertThat(single.lost()).isEqualTo(trial % 2 == 0 ? 3 : 0);
        });
        assertThat(killed).hasSize(1000).allMatch(trial -> trial % 2 == 0);
    }

    private record Outcome(int lost, boolean handedBack) {}

    /** One task after the other on executors of one core, until an attempt ends. */
    private static Outcome attempts(Bin bin, LongPredicate deadly, Set<Long> killed) {
        Map<Long, Integer> marks = new HashMap<>();
        for (int number = 0; ; number++) {
            Attempt attempt = new Attempt(
                    number, Attempt.mayFindMarks(number, false) ? Map.copyOf(marks) : Map.of(), false, false);
            if (attempt.handsBack(bin)) {
                return new Outcome(number, true);
            }
            boolean lost = false;
            Set<Long> called = new HashSet<>();
            for (long trial = bin.from()[0]; trial < bin.to()[0] && !lost; trial++) {
                Action action = attempt.with(trial);
                if (action == Action.CALL_KILLED) {
                    called.add(trial);
                } else if (deadly.test(trial)) {
                    lost = true;
                    if (action == Action.RUN_MARKED) {
                        marks.merge(trial, 1, Integer::sum);
                    }
                }
            }
            if (!lost) {
                killed.addAll(called);
                return new Outcome(number, false);
            }
        }
    }
}
