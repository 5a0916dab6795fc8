package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.Sha256;
import org.junit.jupiter.api.Test;

class TrialIdsTest {

    @Test
    void whatWasAddedIsThereAndNothingElse() {
        TrialIds ids = new TrialIds();
        for (int i = 0; i < 5000; i++) {
            assertThat(ids.add(id(i))).isTrue();
        }

        for (int i = 0; i < 10000; i++) {
            assertThat(ids.contains(id(i))).isEqualTo(i < 5000);
        }
        assertThat(ids.size()).isEqualTo(5000);
    }

    @Test
    void whatIsThereIsNotAddedAgain() {
        TrialIds ids = new TrialIds();
        ids.add(id(1));

        assertThat(ids.add(id(1))).isFalse();
        assertThat(ids.size()).isEqualTo(1);
    }

    @Test
    void idsThatDifferInOneHalfOnlyAreTwo() {
        TrialIds ids = new TrialIds();
        ids.add("0".repeat(16) + "1".repeat(16));

        assertThat(ids.add("1".repeat(32))).isTrue();
        assertThat(ids.add("1".repeat(16) + "0".repeat(16))).isTrue();
    }

    @Test
    void anIdHas32HexadecimalDigits() {
        assertThat(TrialIds.isId(id(1))).isTrue();
        assertThat(TrialIds.isId(id(1).substring(1))).isFalse();
        assertThat(TrialIds.isId("g" + id(1).substring(1))).isFalse();
    }

    private static String id(int i) {
        return Sha256.hex("trial " + i).substring(0, 32);
    }
}
