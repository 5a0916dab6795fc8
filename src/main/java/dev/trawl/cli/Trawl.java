package dev.trawl.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself: what there is to ask for. */
@Command(
        name = "trawl",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            StatusCommand.class,
            TablesCommand.class,
            ReportCommand.class,
            SqlCommand.class,
            ColumnsCommand.class,
            ViewsCommand.class,
            CompactCommand.class,
            RerunCommand.class,
            DataCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "Sweeps neural networks for deep local optima, on Apache Spark.",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; of rerun: the same to the bit",
            "1:a fault of ours or the machine's, or the first 20 trials failed alike, where a sweep stops;"
                    + " of rerun: the rows differ",
            "2:refused: wrong usage, sweep file, data or SQL; another version of the sweep in DIR,"
                    + " or another driver at it",
            "3:done, but some trials failed or diverged; status says it too",
            "4:damaged results; status says it too",
            "52:a task of Spark's ran out of memory: TRAWL_OPTS=-Xmx8g gives it more, and the same command goes on",
            "130, 143:interrupted: the same command goes on"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trawl run conf/quickstart.json                     two minutes; tables, and a page to look at",
            "  trawl run conf/quickstart.json --set seed=1..100   more seeds into the same results",
            "  trawl plan conf/figure1.json                       what it would cost",
            "  trawl sql results/quickstart \"SELECT p, max(test_auc) FROM trials GROUP BY p ORDER BY p\""
        })
final class Trawl implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
