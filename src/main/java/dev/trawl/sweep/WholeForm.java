package dev.trawl.sweep;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A whole number, or a range of them.
 *
 * @param word stands for 0; empty where 0 has no word
 */
record WholeForm(int least, String word) implements Form<Integer> {

    /** A range longer than this is a slip: seeds and repeats, which are not expanded, may be longer. */
    private static final long LONGEST_RANGE = 100_000;

    private static final int LONGEST_NUMBER = 30;

    /** As others would write a range or a list: 1-5, 64,256. */
    private static final Pattern SEVERAL = Pattern.compile("\\d+\\W+\\d+.*");

    static WholeForm atLeast(int least) {
        return new WholeForm(least, "");
    }

    @Override
    public String type() {
        return "whole number";
    }

    @Override
    public String range() {
        return least + " or more" + (word.isEmpty() ? "" : ", or \"" + word + "\"");
    }

    @Override
    public List<Integer> read(Json json, Problems problems) {
        if (!word.isEmpty() && json instanceof Json.Text text && text.value().equals(word)) {
            return List.of(0);
        }
        return spanned(json, least, problems, expected());
    }

    @Override
    public String json(Integer value) {
        return value == 0 && !word.isEmpty() ? JsonText.quoted(word) : value.toString();
    }

    /** The numbers of a number or a range; empty after a problem. */
    static List<Integer> spanned(Json json, int least, Problems problems, String expected) {
        Optional<Span> span = span(json, least, Integer.MAX_VALUE, problems, expected);
        if (span.isPresent() && span.get().size() > LONGEST_RANGE) {
            problems.misfit(json, "a range of at most " + LONGEST_RANGE + " numbers");
            return List.of();
        }
        return span.stream()
                .flatMapToLong(range -> LongStream.range(0, range.size()).map(range::at))
                .mapToObj(Math::toIntExact)
                .toList();
    }

    /** A number or a range within {@code least} and {@code most}; empty after a problem. */
    static Optional<Span> span(Json json, long least, long most, Problems problems, String expected) {
        Optional<Span> span = Optional.empty();
        if (json instanceof Json.Number number) {
            OptionalLong whole = whole(number.text());
            span = whole.isPresent() && whole.getAsLong() >= 0
                    ? Optional.of(Span.single(whole.getAsLong()))
                    : Optional.empty();
        } else if (json instanceof Json.Text text) {
            try {
                span = Span.parse(text.value());
            } catch (IllegalArgumentException e) {
                problems.add(json.place(), json.shown() + ": " + e.getMessage());
                return Optional.empty();
            }
        }
        if (span.isEmpty() || span.get().from() < least) {
            boolean several = json instanceof Json.Text text
                    && SEVERAL.matcher(text.value()).matches();
            problems.misfit(json, several ? expected + ", or a range such as \"1..5\"" : expected);
            return Optional.empty();
        }
        if (span.get().to() > most) {
            problems.misfit(json, "at most " + most);
            return Optional.empty();
        }
        return span;
    }

    private static OptionalLong whole(String number) {
        if (number.length() > LONGEST_NUMBER || Math.abs(Double.parseDouble(number)) >= Long.MAX_VALUE) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(new BigDecimal(number).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) { // of an exponent beyond BigDecimal's
            return OptionalLong.empty();
        }
    }
}
