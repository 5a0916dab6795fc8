package dev.trawl.report;

import static dev.trawl.report.Html.text;

import dev.trawl.store.StoredPlan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The resolved sweep file, and the command that runs it again. */
final class AgainSection {

    private static final String DIR =
            "DIR is the folder with the data files; <code>trawl data fetch DIR</code> gets those of UCI. ";

    private AgainSection() {}

    static String html(String name, Optional<StoredPlan> plan, String directory) {
        if (plan.isEmpty()) {
            return "<p>There is no plan.json beside these results: what was asked for is not known.</p>\n";
        }
        String file = name + ".json";
        String sweep = plan.get().sweep();
        boolean files = plan.get().readsFiles();
        return "<p>The sweep with all its defaults written out; save it as <a download=\"" + text(file)
                + "\" href=\"data:application/json;charset=utf-8," + encoded(sweep) + "\">" + text(file)
                + "</a> and run</p>\n<pre class=\"command\">submit/local.sh run " + text(quoted(file))
                + (files ? " --data DIR" : "") + " --out "
                + text(quoted(directory))
                + "</pre>\n<p class=\"note\">" + (files ? DIR : "")
                + "With another directory it starts from nothing; with "
                + "this one it runs what is missing. Trawl " + text(plan.get().version()) + ", sweep "
                + text(plan.get().hash()) + ".</p>\n<details><summary><code>" + text(file)
                + "</code></summary><pre>" + text(sweep) + "</pre></details>\n";
    }

    private static String encoded(String sweep) {
        return URLEncoder.encode(sweep, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For a POSIX shell. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
