package dev.trawl.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a text is no JSON, in the words of one who writes sweep files. Jackson says what its parser was about to do. */
final class JsonFault {

    private static final Pattern WORD = Pattern.compile("Unrecognized token '([^']*)'.*");
    private static final Pattern CLOSED_EARLY = Pattern.compile("Unexpected character \\('([}\\]])' .*");

    private JsonFault() {}

    /** {@code :2:12}, its line and column; empty where it has none, as what is nested too deeply. */
    static String at(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(location -> ":" + location.getLineNr() + ":" + location.getColumnNr())
                .orElse("");
    }

    /** One line. */
    static String reason(JsonProcessingException e, String text) {
        String jargon = e.getOriginalMessage().lines().findFirst().orElse("");
        if (jargon.contains("ALLOW_COMMENTS")) {
            return "a comment is a key that begins with //, as in \"//\": \"why\"";
        }
        if (jargon.contains("plus sign")) {
            return "a number has no + before it";
        }
        if (jargon.startsWith("Unexpected character ('''")) {
            return "texts and keys stand between double quotation marks";
        }
        Matcher word = WORD.matcher(jargon);
        if (word.matches()) {
            return word.group(1) + " is no value; texts stand between double quotation marks";
        }
        Matcher closed = CLOSED_EARLY.matcher(jargon);
        if (closed.matches() && afterComma(e, text)) {
            return "the comma before " + closed.group(1) + " is one too many";
        }
        // It names places as in [Source: REDACTED (...); line: 2, column: 12].
        return jargon.replaceAll(" \\(or 'NaN'[^)]*\\)", "")
                .replaceAll("\\[Source: .*?; line: (\\d+), column: (\\d+)\\]", "line $1, column $2");
    }

    /**
     * Whether the last that stands before the fault is a comma. The place is before or behind the mark that is wrong.
     */
    private static boolean afterComma(JsonProcessingException e, String text) {
        if (e.getLocation() == null) {
            return false;
        }
        int at = (int) Math.min(text.length(), Math.max(0, e.getLocation().getCharOffset()));
        return text.substring(0, at).strip().replaceFirst("[}\\]]$", "").strip().endsWith(",");
    }
}
