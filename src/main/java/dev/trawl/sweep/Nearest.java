package dev.trawl.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a misspelt word was probably meant to be. */
final class Nearest {

    private Nearest() {}

    /** {@code did you mean "hidden"?}, or all valid words where none is near. Ties go to the first. */
    static String hint(String word, List<String> valid) {
        return to(word, valid)
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElse("expected one of " + String.join(", ", valid));
    }

    /** The valid word that is meant; empty where none is near. */
    static Optional<String> to(String word, List<String> valid) {
        String nearest = valid.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .orElseThrow();
        int near = Math.max(2, nearest.length() / 2);
        return Optional.of(nearest)
                .filter(any -> distance(word, nearest) <= near && distance(word, nearest) < nearest.length());
    }

    /** Letters to insert, drop or replace, case aside (Levenshtein). */
    static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
