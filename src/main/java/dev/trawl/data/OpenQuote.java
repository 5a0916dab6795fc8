package dev.trawl.data;

/** A quotation mark that nothing closes. The parser takes the end of the file for the one that is missing. */
final class OpenQuote {

    private OpenQuote() {}

    /** Whether the last field of {@code record}, as the file has it, is a quoted one that does not end. */
    static boolean isIn(String record) {
        boolean begins = true; // the field: only blanks of it so far
        boolean quoted = false; // the field
        boolean open = false;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (c == ',' && !open) {
                begins = true;
                quoted = false;
            } else if (c == '"' && (begins || quoted)) { // two of them within a field close and open it again
                begins = false;
                quoted = true;
                open = !open;
            } else if (c > ' ') {
                begins = false;
            }
        }
        return open;
    }
}
