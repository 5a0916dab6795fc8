package dev.trawl.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text on its way into the page. Nothing gets there from results unless it went through {@link #text}. */
final class Html {

    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z_]+)}}");

    private Html() {}

    /** Markup shown as the characters that it is made of; safe inside elements and quoted attributes. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON for a script element: no {@code </script>} or {@code <!--} can end or hide it. */
    static String json(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** JavaScript for a script element; the two sequences stand inside string literals and patterns only. */
    static String script(String script) {
        return script.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    /** The template with each {@code {{name}}} replaced by its part, once: parts are not looked through again. */
    static String fill(String template, Map<String, String> parts) {
        return HOLE.matcher(template).replaceAll(hole -> {
            String part = parts.get(hole.group(1));
            if (part == null) {
                throw new IllegalStateException("the page has no part " + hole.group(1));
            }
            return Matcher.quoteReplacement(part);
        });
    }
}
