package dev.trawl.cli;

import dev.trawl.sql.ColumnDocument;
import dev.trawl.sql.Table;
import dev.trawl.sql.TableColumns;
import dev.trawl.sql.TableFormat;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the document of the columns. */
@Command(
        name = "columns",
        mixinStandardHelpOptions = true,
        description = "Say of every column of the results its name, type, unit and meaning.")
final class ColumnsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            description = "One of trials, curves and the tables; all where none is named.")
    private @Nullable String table;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "table, csv or json.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    public Integer call() throws IOException {
        format.write(document(), spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    private Table document() {
        if (table == null) {
            return ColumnDocument.whole();
        }
        if (!TableColumns.TABLES.contains(table)) {
            throw Fault.usage("there is no table " + table + ", only " + String.join(", ", TableColumns.TABLES));
        }
        return ColumnDocument.of(table);
    }
}
