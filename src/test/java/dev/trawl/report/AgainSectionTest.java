package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.store.BarePlan;
import dev.trawl.store.StoredPlan;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AgainSectionTest {

    private static final StoredPlan PLAN = BarePlan.of("1", "hash", "{\"name\": \"a + b\", \"about\": \"100% <b>\"}");

    @Test
    void theCommandIsQuotedForAShell() {
        assertThat(command("mine", "out/mine-1")).isEqualTo("submit/local.sh run mine.json --out out/mine-1");
        assertThat(command("it's", "my results")).isEqualTo("submit/local.sh run 'it'\\''s.json' --out 'my results'");
        assertThat(command("mine", "$(id)")).endsWith(" --out '$(id)'");
    }

    @Test
    void whereASweepHasDataFilesTheirFolderIsNamed() throws SweepFileException {
        for (String data : List.of("{\"uci\": \"car\"}", "[{\"csv\": \"mine.csv\", \"label\": \"kind\"}]")) {
            String html = AgainSection.html(
                    "mine", Optional.of(BarePlan.of("1", "hash", "{\"grids\": [{\"data\": " + data + "}]}")), "out");
            assertThat(html).contains("run mine.json --data DIR --out out", "DIR is the folder with the data files");
        }
        String text =
                "{\"name\": \"mine\", \"grids\": [{\"data\": {\"uci\": \"car\"}, \"hidden\": 2, \"epochs\": {\"dense\": 1}}]}";
        assertThat(AgainSection.html("mine", Optional.of(BarePlan.read(SweepFile.read(text))), "out"))
                .contains("run mine.json --data DIR --out out");
        String told = "{\"about\": \"like \\\"data\\\": {\\\"uci\\\": 1}\", \"grids\": [{\"data\": \"xor\"}]}";
        assertThat(AgainSection.html("mine", Optional.of(BarePlan.of("1", "hash", told)), "out"))
                .doesNotContain("DIR");
    }

    @Test
    void theFileToSaveIsTheSweep() {
        String address = part("href=\"([^\"]+)\"", html("mine", "out"));

        assertThat(URI.create(address).getSchemeSpecificPart())
                .isEqualTo("application/json;charset=utf-8," + PLAN.sweep());
    }

    @Test
    void withoutAPlanNothingIsSaidToBeRun() {
        assertThat(AgainSection.html("mine", Optional.empty(), "out")).doesNotContain("submit/local.sh");
    }

    private static String command(String name, String directory) {
        return part("<pre class=\"command\">([^<]+)</pre>", html(name, directory))
                .replace("&#39;", "'");
    }

    private static String html(String name, String directory) {
        return AgainSection.html(name, Optional.of(PLAN), directory);
    }

    private static String part(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
