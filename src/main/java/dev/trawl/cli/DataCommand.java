package dev.trawl.cli;

import dev.trawl.data.DataFacts;
import dev.trawl.data.DataFolder;
import dev.trawl.data.UciArchive;
import dev.trawl.data.UciSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files of real data sets. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Get and check the five UCI data sets of the paper.",
        synopsisSubcommandLabel = "COMMAND")
final class DataCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: fetch or facts");
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Get the files from UCI's archive into DIR, checked by sha256; what is there already stays.")
    int fetch(@Parameters(paramLabel = "DIR", description = "For --data and TRAWL_DATA.") Path folder) {
        UciArchive archive = UciArchive.overTheNetwork(spec.commandLine().getOut()::println);
        for (UciSet set : UciSet.values()) {
            archive.fetch(set, folder);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "facts",
            mixinStandardHelpOptions = true,
            description = "Read the files in DIR and print the paper's table 2 from them, and what to cite.")
    int facts(@Parameters(paramLabel = "DIR", description = "What `trawl data fetch` filled.") Path folder) {
        DataFolder.use(folder);
        List<String> lines =
                Arrays.stream(UciSet.values()).map(DataCommand::facts).toList();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-42s %8s %9s %13s %9s  %s%n", "", "classes", "features", "observations", "distinct", "doi");
        lines.forEach(out::println);
        out.println("The sets are under CC BY 4.0: cite the DOI of each that you use.");
        return ExitCode.DONE;
    }

    private static String facts(UciSet set) {
        DataFacts facts = DataFacts.of(set);
        return String.format(
                Locale.ROOT,
                "%-42s %8d %9d %13d %9d  %s",
                facts.title(),
                facts.classes(),
                facts.features(),
                facts.observations(),
                facts.distinctObservations(),
                set.doi());
    }
}
