package dev.trawl.cli;

import dev.trawl.data.DataException;
import dev.trawl.data.FetchException;
import dev.trawl.job.UnreadableData;
import dev.trawl.spark.LostCluster;
import dev.trawl.sql.SqlQuery;
import dev.trawl.store.Causes;
import dev.trawl.store.ChangedSweep;
import dev.trawl.store.Damage;
import dev.trawl.store.DamagedResults;
import dev.trawl.store.LockedResults;
import dev.trawl.store.UnreadableResults;
import dev.trawl.store.UnwritableResults;
import dev.trawl.store.WrongAddress;
import dev.trawl.sweep.SweepFileException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import org.apache.hadoop.util.ShutdownHookManager;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where an exception becomes lines on the console and an exit code. */
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final String INTACT = "Any rows committed so far are intact; the same command goes on from them.";

    static final String OUT_OF_MEMORY =
            "The driver ran out of memory; TRAWL_OPTS=-Xmx8g gives it more, on a cluster --driver-memory. " + INTACT;

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (ShutdownHookManager.get().isShutdownInProgress()) {
            return ExitCode.FAULT; // Spark was stopped under the command; the JVM chooses the code itself
        }
        if (fault instanceof FetchException || fault instanceof LostCluster || fault instanceof UnreadableResults) {
            err.println(fault.getMessage());
            return ExitCode.FAULT;
        }
        if (fault instanceof Fault
                || fault instanceof SweepFileException
                || fault instanceof DataException
                || fault instanceof SqlQuery.Refused
                || fault instanceof WrongAddress
                || fault instanceof LockedResults) {
            err.println(fault.getMessage());
            return ExitCode.USAGE;
        }
        if (fault instanceof UnreadableData) {
            err.println(fault.getMessage() + ". " + INTACT);
            return ExitCode.USAGE;
        }
        if (fault instanceof InvalidPathException path) {
            err.println("\"" + path.getInput() + "\": " + path.getReason()
                    + ". Letters beyond ASCII need a UTF-8 locale: LC_ALL=C.UTF-8");
            return ExitCode.USAGE;
        }
        if (fault instanceof ChangedSweep changed) {
            err.println(fault.getMessage());
            err.println(changed.remedy());
            return ExitCode.USAGE;
        }
        if (fault instanceof DamagedResults damaged) {
            err.println(fault.getMessage());
            err.println("Nothing was changed."
                    + (damaged.damages().stream().allMatch(Damage::movable)
                            ? " `trawl run --quarantine` moves such files aside and runs their trials again."
                            : ""));
            return ExitCode.DAMAGED;
        }
        if (fault instanceof UnwritableResults) {
            err.println(fault.getMessage() + ". " + INTACT);
            return ExitCode.FAULT;
        }
        if (LostCluster.isBehind(fault)) {
            err.println("The cluster ended Spark's application; the driver's and the master's logs say why. " + INTACT);
            return ExitCode.FAULT;
        }
        if (isOutOfMemory(fault)) {
            err.println(OUT_OF_MEMORY);
            return ExitCode.FAULT;
        }
        err.println("This is a fault of Trawl's. Please report it with the lines below.");
        fault.printStackTrace(err);
        return ExitCode.FAULT;
    }

    private static boolean isOutOfMemory(Throwable fault) {
        return Causes.of(fault).anyMatch(OutOfMemoryError.class::isInstance);
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + fault.getMessage());
        UnmatchedArgumentException.printSuggestions(fault, err);
        err.println("See " + name + " --help.");
        return ExitCode.USAGE;
    }
}
