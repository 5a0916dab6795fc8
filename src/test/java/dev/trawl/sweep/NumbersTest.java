package dev.trawl.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void aRangeHasBothItsEnds() {
        assertThat(numbers(Span.parse("1..4").orElseThrow())).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aStepLeavesOutWhatItDoesNotReach() {
        assertThat(numbers(Span.parse("10..65 step 10").orElseThrow())).containsExactly(10, 20, 30, 40, 50, 60);
    }

    @Test
    void aRangeDoesNotRunBackwards() {
        assertThatThrownBy(() -> Span.parse("5..1")).hasMessage("a range must run upwards, not from 5 to 1");
    }

    @Test
    void whatIsNoRangeIsNone() {
        for (String text : List.of("", "5", "1..", "..5", "1...5", "-1..5", "1..5 step", "a..b", "1..5 by 2")) {
            assertThat(Span.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void whatTwoRangesShareIsWhatCountingFinds() {
        RandomGenerator random = new SplittableRandom(1);
        for (int draw = 0; draw < 2000; draw++) {
            Span a = randomSpan(random);
            Span b = randomSpan(random);
            long[] shared = LongStream.of(numbers(a)).filter(b::contains).toArray();
            assertThat(a.common(b).map(NumbersTest::numbers).orElse(new long[0]))
                    .as("%s and %s", a, b)
                    .isEqualTo(shared);
        }
    }

    @Test
    void rangesTooLongToCountAreComparedAtOnce() {
        Span odd = new Span(1, 1_000_000_000_000L, 2);
        Span even = new Span(2, 1_000_000_000_000L, 2);

        assertThat(odd.common(even)).isEmpty();
        assertThat(odd.common(odd).orElseThrow().size()).isEqualTo(500_000_000_000L);
    }

    @Test
    void numbersAreFoundByIndexAcrossRanges() {
        Numbers numbers = new Numbers(List.of(new Span(7, 9, 1), Span.single(3), new Span(20, 40, 10)));

        assertThat(LongStream.range(0, numbers.size()).map(numbers::at)).containsExactly(7L, 8L, 9L, 3L, 20L, 30L, 40L);
    }

    @Test
    void neighboursAreTheSameAsTheirRange() {
        Numbers single = new Numbers(List.of(Span.single(1), Span.single(2), Span.single(3)));

        assertThat(single).isEqualTo(new Numbers(List.of(new Span(1, 3, 1))));
        assertThat(single.json()).isEqualTo("\"1..3\"");
    }

    @Test
    void whatFollowsARangeWithAStepIsNoPartOfIt() {
        Numbers numbers = new Numbers(List.of(new Span(1, 5, 2), new Span(6, 7, 1)));

        assertThat(LongStream.range(0, numbers.size()).map(numbers::at)).containsExactly(1L, 3L, 5L, 6L, 7L);
    }

    private static Span randomSpan(RandomGenerator random) {
        long from = random.nextLong(30);
        return new Span(from, from + random.nextLong(60), 1 + random.nextLong(12));
    }

    private static long[] numbers(Span span) {
        return LongStream.range(0, span.size()).map(span::at).toArray();
    }
}
