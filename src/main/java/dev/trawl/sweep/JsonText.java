package dev.trawl.sweep;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.math.MathContext;

/** Values as JSON text, the same on every Java. */
final class JsonText {

    private static final int LONGEST_PLAIN_NUMBER = 20;
    private static final int DIGITS_OF_ANY_DOUBLE = 17;

    private JsonText() {}

    static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /**
     * The fewest digits that read back as {@code value}; {@link Double#toString} prints more of them before Java 19.
     */
    static String number(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= DIGITS_OF_ANY_DOUBLE; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        BigDecimal stripped = shortest.stripTrailingZeros();
        String plain = stripped.toPlainString();
        return plain.length() <= LONGEST_PLAIN_NUMBER ? plain : stripped.toString();
    }
}
