package dev.trawl.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what is typed into statements: each ends with a semicolon that is in no quotes and no comment, or, where a
 * person types, with an empty line. In a file that stands where its writer wants to see it.
 */
final class Statements {

    private final boolean endWithEmptyLine;
    private final StringBuilder open = new StringBuilder();

    Statements(boolean endWithEmptyLine) {
        this.endWithEmptyLine = endWithEmptyLine;
    }

    /** The statements of a whole text; one for each semicolon, and what comes after the last. */
    static List<String> in(String text) {
        Statements statements = new Statements(false);
        List<String> all = statements.add(text);
        all.addAll(statements.rest());
        return all;
    }

    /** The statements that {@code line} ends. */
    List<String> add(String line) {
        List<String> ended = new ArrayList<>();
        open.append(line).append('\n');
        for (int end = end(); end >= 0; end = end()) {
            take(end, ended);
            open.deleteCharAt(0);
        }
        if (endWithEmptyLine && line.isBlank()) {
            take(open.length(), ended);
        }
        return ended;
    }

    /** Whether a statement has begun. */
    boolean isOpen() {
        return !bare(open).isEmpty();
    }

    /** What was begun and not ended. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        take(open.length(), rest);
        return rest;
    }

    /** Forgets what was begun. */
    void drop() {
        open.setLength(0);
    }

    private void take(int end, List<String> statements) {
        String statement = open.substring(0, end).strip();
        open.delete(0, end);
        if (!bare(statement).isEmpty()) {
            statements.add(statement);
        }
    }

    /** Where the first semicolon stands that ends a statement; -1 where there is none. */
    private int end() {
        for (int i = 0; i < open.length(); i = past(open, i)) {
            if (open.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    /** Without comments and the space around. */
    private static String bare(CharSequence text) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < text.length(); i = past(text, i)) {
            if (!isComment(text, i)) {
                bare.append(text.charAt(i));
            }
        }
        return bare.toString().strip();
    }

    /** The place after the character, the quoted text or the comment that begins at {@code from}. */
    private static int past(CharSequence text, int from) {
        char first = text.charAt(from);
        if (first == '\'' || first == '"' || first == '`') {
            for (int i = from + 1; i < text.length(); i++) {
                if (text.charAt(i) == '\\' && first != '`') {
                    i++;
                } else if (text.charAt(i) == first) {
                    return i + 1;
                }
            }
            return text.length();
        }
        if (isComment(text, from)) {
            String mark = first == '-' ? "\n" : "*/";
            int end = text.toString().indexOf(mark, from + 2);
            return end < 0 ? text.length() : end + mark.length();
        }
        return from + 1;
    }

    private static boolean isComment(CharSequence text, int at) {
        String two = text.subSequence(at, Math.min(at + 2, text.length())).toString();
        return two.equals("--") || two.equals("/*");
    }
}
