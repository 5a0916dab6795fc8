package dev.trawl.report;

import dev.trawl.sql.TextResource;
import java.util.List;
import java.util.stream.Collectors;

/** The scripts of the page, written into it so that it opens without a network. */
final class Scripts {

    /** Order matters: each needs those before it. Versions as in the pom. */
    private static final List<String> VEGA = List.of(
            "vega/5.32.0/vega.min.js", "vega-lite/5.23.0/vega-lite.min.js", "vega-embed/6.29.0/vega-embed.min.js");

    private Scripts() {}

    static String vega() {
        return VEGA.stream()
                .map(path -> "<script>" + Html.script(TextResource.read("/META-INF/resources/webjars/" + path))
                        + "</script>")
                .collect(Collectors.joining("\n"));
    }

    static String own() {
        return Html.script(TextResource.read("/report/page.js"));
    }
}
