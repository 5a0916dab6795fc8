package dev.trawl.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureCountTest {

    private final FailureCount count = new FailureCount();

    @Test
    void aTrialIsCountedOnceAndAsFailedWhereAnyStageFailed() {
        count.add("a", "ok");
        count.add("b", "diverged");
        count.add("b", "diverged");
        count.add("c", "diverged");
        count.add("c", "failed");
        count.add("c", "killed");
        count.add("d", "killed");
        count.add("d", "diverged");

        assertThat(count.failures()).isEqualTo(new Failures(2, 1));
        assertThat(count.failures().total()).isEqualTo(3);
    }

    @Test
    void whatThereIsIsNamed() {
        assertThat(Failures.NONE.text()).isEqualTo("0 failed");
        assertThat(new Failures(2, 0).text()).isEqualTo("2 failed");
        assertThat(new Failures(0, 1204).text()).isEqualTo("1,204 diverged");
        assertThat(new Failures(1, 2).plus(new Failures(0, 3)).text()).isEqualTo("1 failed, 5 diverged");
    }
}
