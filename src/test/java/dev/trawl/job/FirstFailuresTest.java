package dev.trawl.job;

import static dev.trawl.job.FirstFailures.COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.trial.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstFailuresTest {

    private final FirstFailures failures = new FirstFailures();

    @Test
    void twentyThatFailAlikeAreTheSweepsFault() {
        for (int trial = 1; trial < COUNT; trial++) {
            assertThat(add(trial, Status.FAILED, "no file " + trial)).isEmpty();
        }

        assertThat(add(COUNT, Status.KILLED, "no file 20")).contains("no file 20");
    }

    @Test
    void otherWordsAreAnotherFault() {
        for (int trial = 1; trial <= COUNT; trial++) {
            assertThat(add(trial, Status.FAILED, trial == COUNT ? "no memory" : "no file"))
                    .isEmpty();
        }
    }

    @Test
    void aDivergenceIsAFindingAndNoFault() {
        for (int trial = 1; trial <= COUNT; trial++) {
            assertThat(add(trial, Status.DIVERGED, "loss NaN")).isEmpty();
        }
    }

    @Test
    void whereOneOfTheFirstEndedWellNothingLaterStopsTheSweep() {
        for (int trial = 1; trial <= 3 * COUNT; trial++) {
            assertThat(add(trial, trial == COUNT ? Status.OK : Status.FAILED, "no file"))
                    .isEmpty();
        }
    }

    /** All their first stages went well. */
    @Test
    void aTrialIsJudgedByItsLastRow() {
        List<Object[]> rows = new ArrayList<>();
        for (int trial = 1; trial <= COUNT; trial++) {
            rows.add(BareRows.row(trial, Status.OK, Map.of()));
            rows.add(BareRows.row(trial, Status.FAILED, Map.of("message", "no file")));
        }

        assertThat(failures.add(rows)).contains("no file");
    }

    private Optional<String> add(int trial, Status status, String message) {
        return failures.add(List.<Object[]>of(BareRows.row(trial, status, Map.of("message", message))));
    }
}
