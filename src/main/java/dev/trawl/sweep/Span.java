package dev.trawl.sweep;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole numbers {@code from}, {@code from + step}, ... up to {@code to}, which is the last of them. None is
 * negative.
 */
record Span(long from, long to, long step) {

    private static final Pattern TEXT =
            Pattern.compile("\\s*(\\d{1,18})\\s*\\.\\.\\s*(\\d{1,18})(?:\\s+step\\s+(\\d{1,18}))?\\s*");

    Span {
        require(from >= 0, "a range must start at 0 or more, not at " + from);
        require(step >= 1, "a range must have a step of 1 or more, not " + step);
        require(to >= from, "a range must run upwards, not from " + from + " to " + to);
        to -= (to - from) % step;
        step = to == from ? 1 : step;
    }

    static Span single(long number) {
        return new Span(number, number, 1);
    }

    /** Of {@code "1..100"} or {@code "10..60 step 10"}; empty where the text is no range. */
    static Optional<Span> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String step = matcher.group(3);
        return Optional.of(new Span(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                step == null ? 1 : Long.parseLong(step)));
    }

    long size() {
        return (to - from) / step + 1;
    }

    long at(long index) {
        return from + index * step;
    }

    boolean contains(long number) {
        return number >= from && number <= to && (number - from) % step == 0;
    }

    /** The numbers that both have. */
    Optional<Span> common(Span other) {
        if (step < other.step) {
            return other.common(this);
        }
        long last = Math.min(to, other.to);
        long skipped = Math.max(0, -Math.floorDiv(from - other.from, step));
        // Residues modulo other.step repeat after other.step steps at the latest.
        for (long turn = 0; turn < other.step && at(skipped + turn) <= last; turn++) {
            long first = at(skipped + turn);
            if (other.contains(first)) {
                long turns = other.step / greatestCommonDivisor(step, other.step);
                boolean once = step > (last - first) / turns;
                return Optional.of(once ? single(first) : new Span(first, last, step * turns));
            }
        }
        return Optional.empty();
    }

    /** As it stands in a sweep file, without quotes for a single number. */
    String json() {
        if (from == to) {
            return Long.toString(from);
        }
        return "\"" + from + ".." + to + (step == 1 ? "" : " step " + step) + "\"";
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
