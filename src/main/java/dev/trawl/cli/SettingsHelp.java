package dev.trawl.cli;

import dev.trawl.sweep.Setting;
import dev.trawl.sweep.Settings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** The keys of a sweep file, printed below the help of the commands that read one. */
final class SettingsHelp implements IModelTransformer {

    private static final List<String> HOW = List.of(
            "A sweep file has a name, a line about it, defaults, and a list of grids:",
            "  {\"name\": \"small\", \"defaults\": {\"data\": \"xor\", \"k\": 3, \"n\": 500, \"epochs\": {\"dense\": 300}},",
            "   \"grids\": [{\"p\": \"3..10\", \"hidden\": [16, 64], \"repeat\": \"1..3\", \"seed\": \"1..20\"}]}",
            "In a grid any value may be a list, or a range like \"1..10\" or \"10..60 step 10\"; the grid is their product.",
            "Keys that begin with // are comments. Keys of the defaults and of a grid:");

    @Override
    public CommandSpec transform(CommandSpec command) {
        List<String> lines = new ArrayList<>(HOW);
        for (Setting<?> setting : Settings.ALL) {
            lines.add(line(setting));
        }
        // picocli reads % as the start of a format.
        command.usageMessage()
                .footerHeading("%nThe sweep file:%n")
                .footer(lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new));
        return command;
    }

    private static String line(Setting<?> setting) {
        String standard = setting.standard().isEmpty() ? "required" : setting.standard();
        return String.format("  %-14s %-14s %s (%s)", setting.name(), standard, setting.meaning(), setting.range());
    }
}
