package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Distinct whole numbers in the order of the file, held as ranges: a million seeds take no more room than one. */
final class Numbers {

    private final List<Span> spans;
    private final long[] starts; // (spans + 1): index of each span's first number, then the size

    Numbers(List<Span> spans) {
        this.spans = joined(spans);
        this.starts = new long[this.spans.size() + 1];
        for (int i = 0; i < this.spans.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], this.spans.get(i).size());
        }
    }

    long size() {
        return starts[spans.size()];
    }

    long at(long index) {
        int found = Arrays.binarySearch(starts, index);
        int span = found >= 0 ? found : -found - 2;
        return spans.get(span).at(index - starts[span]);
    }

    /** How many numbers both have. */
    long common(Numbers other) {
        return commonSpans(other).mapToLong(Span::size).sum();
    }

    /** The first of these numbers, span by span, that {@code other} has too, of which there must be one. */
    long firstCommon(Numbers other) {
        return commonSpans(other).findFirst().orElseThrow().from();
    }

    /** A number that two of {@code spans} have. */
    static OptionalLong firstTwice(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            for (int j = 0; j < i; j++) {
                Optional<Span> common = spans.get(j).common(spans.get(i));
                if (common.isPresent()) {
                    return OptionalLong.of(common.get().from());
                }
            }
        }
        return OptionalLong.empty();
    }

    private Stream<Span> commonSpans(Numbers other) {
        return spans.stream().flatMap(span -> other.spans.stream().flatMap(others -> span.common(others).stream()));
    }

    String json() {
        String joined = spans.stream().map(Span::json).collect(Collectors.joining(", "));
        return spans.size() == 1 ? joined : "[" + joined + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numbers numbers && spans.equals(numbers.spans);
    }

    @Override
    public int hashCode() {
        return spans.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }

    /** Neighbours become one range, so that {@code [1, 2, 3]} and {@code "1..3"} are the same. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            int last = joined.size() - 1;
            if (last >= 0
                    && span.step() == 1
                    && joined.get(last).step() == 1
                    && joined.get(last).to() + 1 == span.from()) {
                joined.set(last, new Span(joined.get(last).from(), span.to(), 1));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }
}
