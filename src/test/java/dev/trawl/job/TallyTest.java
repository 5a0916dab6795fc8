package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.trial.Failures;
import dev.trawl.trial.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    /** Of ten trials, of which an earlier run has done five, one of them badly. */
    private final Tally tally = new Tally(10, 5, new Failures(1, 0), 400);

    @Test
    void whatEarlierRunsDidCountsAsDoneAndNotAsRun() {
        tally.add(result(2, 100));

        assertThat(tally.progress().done()).isEqualTo(7);
        assertThat(tally.progress().ran()).isEqualTo(2);
        assertThat(tally.progress().total()).isEqualTo(10);
        assertThat(tally.progress().shareDone()).isEqualTo(0.25);
    }

    @Test
    void aTrialThatFailedInTwoStagesIsOneThatFailed() {
        tally.add(result(
                2,
                100,
                BareRows.row(1, Status.OK, Map.of()),
                BareRows.row(1, Status.DIVERGED, Map.of()),
                BareRows.row(1, Status.FAILED, Map.of()),
                BareRows.row(2, Status.KILLED, Map.of())));

        assertThat(tally.progress().failures()).isEqualTo(new Failures(1 + 2, 0));
    }

    @Test
    void theBestAucIsTheHighestOfThoseThatThereAre() {
        assertThat(tally.progress().bestTestAuc()).isEmpty();

        tally.add(result(1, 100, auc(0.6), auc(0.9)));
        tally.add(result(1, 100, auc(0.7), BareRows.row(1, Status.OK, Map.of())));

        assertThat(tally.progress().bestTestAuc()).hasValue(0.9);
    }

    private static Object[] auc(double value) {
        return BareRows.row(1, Status.OK, Map.of("test_auc", value));
    }

    private static BinResult result(int trials, double flops, Object[]... rows) {
        return new BinResult(
                new ArrayList<>(List.of(rows)),
                new ArrayList<>(),
                trials,
                flops,
                0,
                new ArrayList<>(),
                new ArrayList<>());
    }
}
