package dev.trawl.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.RandomStreams;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AucTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void agreesWithCountingAllPairsTiesIncluded() {
        RandomGenerator random = RandomStreams.stream("test");
        for (int round = 0; round < 200; round++) {
            int rows = 2 + (int) (random.nextDouble() * 60);
            int distinct = 1 + (int) (random.nextDouble() * 20);
            float[] scores = new float[rows];
            int[] labels = new int[rows];
            for (int row = 0; row < rows; row++) {
                scores[row] = (int) (random.nextDouble() * distinct) - distinct / 2;
                labels[row] = random.nextDouble() < 0.4 ? 1 : 0;
            }
            OptionalDouble expected = byPairs(scores, labels);
            OptionalDouble actual = Auc.of(scores, labels);

            assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
            assertThat(actual.orElse(0)).isCloseTo(expected.orElse(0), within(ROUNDING));
        }
    }

    @Test
    void isOneForPerfectOrderAndZeroForTheReverse() {
        assertThat(Auc.of(new float[] {-2, -1, 0.5f, 3}, new int[] {0, 0, 1, 1}))
                .hasValue(1);
        assertThat(Auc.of(new float[] {-2, -1, 0.5f, 3}, new int[] {1, 1, 0, 0}))
                .hasValue(0);
    }

    @Test
    void minusZeroTiesWithZero() {
        assertThat(Auc.of(new float[] {-0f, 0f}, new int[] {0, 1})).hasValue(0.5);
    }

    @Test
    void isEmptyWhereAClassIsMissing() {
        assertThat(Auc.of(new float[] {1, 2}, new int[] {1, 1})).isEmpty();
        assertThat(Auc.of(new float[] {1, 2}, new int[] {0, 0})).isEmpty();
    }

    private static OptionalDouble byPairs(float[] scores, int[] labels) {
        double ordered = 0;
        long pairs = 0;
        for (int one = 0; one < labels.length; one++) {
            for (int zero = 0; zero < labels.length; zero++) {
                if (labels[one] == 1 && labels[zero] == 0) {
                    pairs++;
                    ordered += scores[one] > scores[zero] ? 1 : scores[one] == scores[zero] ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(ordered / pairs);
    }
}
