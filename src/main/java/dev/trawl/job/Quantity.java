package dev.trawl.job;

import java.util.Locale;

/** Numbers as people read them. */
public final class Quantity {

    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E", "Z"};

    private Quantity() {}

    /** Three digits and a unit: {@code 12.3 Tflop}. */
    public static String flops(double flops) {
        int prefix = 0;
        double scaled = flops;
        while (scaled >= 999.5 && prefix < PREFIXES.length - 1) {
            scaled /= 1000;
            prefix++;
        }
        return significant(scaled) + " " + PREFIXES[prefix] + "flop";
    }

    /** Three digits that mean something: {@code 0.00123}, {@code 12.3}, {@code 1,230,000}. */
    public static String significant(double value) {
        if (value == 0) {
            return "0";
        }
        double shown = Double.parseDouble(String.format(Locale.ROOT, "%.2e", value)); // 9.996 has the decimals of 10.0
        int decimals = 2 - (int) Math.floor(Math.log10(Math.abs(shown)));
        return String.format(Locale.ROOT, "%,." + Math.max(0, Math.min(9, decimals)) + "f", value);
    }

    /** {@code 42 s}, {@code 12.5 min}, {@code 3.20 h}, {@code 4.11 days}. */
    public static String span(double seconds) {
        if (seconds < 100) {
            return significant(seconds) + " s";
        }
        if (seconds < 100 * 60) {
            return significant(seconds / 60) + " min";
        }
        return seconds < 100 * 3600 ? significant(seconds / 3600) + " h" : significant(seconds / 86400) + " days";
    }

    /** Rounded, where seconds do not matter: {@code 42 s}, {@code 12 min}, {@code 3.2 h}, {@code 4.1 days}. */
    public static String about(double seconds) {
        if (seconds < 100) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 100 * 60) {
            return Math.round(seconds / 60) + " min";
        }
        return seconds < 100 * 3600
                ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
                : String.format(Locale.ROOT, "%.1f days", seconds / 86400);
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
