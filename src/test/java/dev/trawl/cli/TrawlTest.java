package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.Readme;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TrawlTest {

    @Test
    void theExitCodesAreThoseOfTheReadme() throws IOException {
        String rows = new CommandLine(new Trawl())
                .getCommandSpec().usageMessage().exitCodeList().entrySet().stream()
                        .map(code -> "| " + code.getKey() + " | " + code.getValue() + " |\n")
                        .collect(Collectors.joining());

        assertThat(Readme.text()).contains("\n| exit code | what it means |\n| ---: | --- |\n" + rows + "\n");
    }
}
