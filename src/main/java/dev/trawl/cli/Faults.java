package dev.trawl.cli;

import dev.trawl.sweep.SweepFileException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where an exception becomes lines on the console and an exit code. */
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (fault instanceof SweepFileException || fault instanceof UsageFault) {
            err.println(fault.getMessage());
            return ExitCode.USAGE;
        }
        err.println("trawl: this should not have happened; please report it with the lines below");
        fault.printStackTrace(err);
        return ExitCode.FAULT;
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
