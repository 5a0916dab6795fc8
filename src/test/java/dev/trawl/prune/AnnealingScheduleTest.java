package dev.trawl.prune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnealingScheduleTest {

    @Test
    void followsTheFormulaOfThePaper() {
        AnnealingSchedule schedule = new AnnealingSchedule(2048, 16, 2400, 20);
        assertThat(schedule.connections(1)).isEqualTo(Math.round(16 + 2032 * 2398.0 / 2440));
        assertThat(schedule.connections(60)).isEqualTo(Math.round(16 + 2032 * 2280.0 / 4800));
        assertThat(schedule.connections(600)).isEqualTo(Math.round(16 + 2032 * 1200.0 / 26400));
    }

    @Test
    void reachesTheTargetHalfWayAndStaysThere() {
        AnnealingSchedule schedule = new AnnealingSchedule(2048, 16, 2400, 20);
        assertThat(schedule.connections(1199)).isGreaterThanOrEqualTo(16);
        assertThat(schedule.connections(1200)).isEqualTo(16);
        assertThat(schedule.connections(2400)).isEqualTo(16);
    }

    @Test
    void roundsToTheNearest() {
        assertThat(new AnnealingSchedule(11, 0, 4, 0).connections(1)).isEqualTo(6);
        assertThat(new AnnealingSchedule(5, 0, 8, 0).connections(3)).isEqualTo(1);
    }

    @Test
    void neverGrows() {
        AnnealingSchedule schedule = new AnnealingSchedule(777, 10, 101, 3);
        for (int epoch = 2; epoch <= 101; epoch++) {
            assertThat(schedule.connections(epoch)).isLessThanOrEqualTo(schedule.connections(epoch - 1));
        }
    }

    @Test
    void aPhaseThatStartsBelowItsTargetKeepsAll() {
        assertThat(new AnnealingSchedule(10, 16, 100, 20).connections(100)).isEqualTo(10);
    }
}
