package dev.trawl.cli;

import dev.trawl.sweep.Setting;
import dev.trawl.sweep.Settings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** The keys of a sweep file, printed below the help of the commands that read one. */
final class SettingsHelp implements IModelTransformer {

    private static final int KEY_COLUMN = 16;
    private static final int DEFAULT_COLUMN = 16;

    private static final String HOW = """
            A sweep file has a name, a line about it, defaults, and a list of grids:
              {"name": "small", "defaults": {"data": "xor", "k": 3, "n": 500, "epochs": {"dense": 300}},
               "grids": [{"p": "3..10", "hidden": [16, 64], "repeat": "1..3", "seed": "1..20"}]}
            In a grid any value may be a list, whole numbers a range ("1..10", "10..60 step 10"); the grid is
            their product.
            --profile NAME scales a sweep down where the file says how: "profiles": {"small": {"seed": "1..3"}}.
            A study of several steps has "steps" in place of "grids". The first is run as it stands; each later
            one chooses in SQL among the rows of those before it, and has a copy of its grids for each row of
            the answer:
              "steps": [{"name": "search", "grids": [{"lr": [0.001, 0.01], "seed": "1..3"}]},
                        {"name": "final",
                         "choose": "SELECT lr FROM trials GROUP BY lr ORDER BY exact_mean(test_loss), lr LIMIT 1",
                         "grids": [{"seed": "101..110"}]}]
            The answer's columns are settings (epochs.dense is epochs_dense). exact_mean and exact_std give the
            same bits each time, where avg and stddev may not. What a profile says of one step:
            {"steps": {"search": {"seed": 1}}}.
            Keys that begin with // are comments. Keys of the defaults and of a grid:""";

    @Override
    public CommandSpec transform(CommandSpec command) {
        List<String> lines = new ArrayList<>(HOW.lines().toList());
        lines.addAll(keys());
        // picocli reads % as the start of a format.
        command.usageMessage()
                .footerHeading("%nThe sweep file:%n")
                .footer(lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new));
        return command;
    }

    /** A table of all keys, the long meanings wrapped below themselves. */
    private static List<String> keys() {
        int rest = Main.CONSOLE_WIDTH - KEY_COLUMN - DEFAULT_COLUMN;
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Help.Ansi.OFF),
                new Column(KEY_COLUMN, 2, Column.Overflow.WRAP),
                new Column(DEFAULT_COLUMN, 1, Column.Overflow.WRAP),
                new Column(rest, 1, Column.Overflow.WRAP));
        for (Setting<?> setting : Settings.ALL) {
            String standard = setting.standard().isEmpty() ? "required" : setting.standard();
            table.addRowValues(setting.name(), standard, setting.meaning() + " (" + setting.range() + ")");
        }
        return table.toString().lines().toList();
    }
}
