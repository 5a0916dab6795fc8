package dev.trawl.cli;

import dev.trawl.spark.Sessions;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the JVM starts. */
public final class Main {

    /** Columns that help texts may take. */
    static final int CONSOLE_WIDTH = 120;

    private Main() {}

    public static void main(String[] arguments) {
        StandardOutput out = new StandardOutput();
        PrintWriter err = writer(System.err);
        int code = out.exitCode(run(writer(out), err, arguments), err);
        if (code == ExitCode.DONE && Sessions.isOfTheCluster()) {
            Sessions.stop(); // YARN takes an exit of its own driver for a crash, and would start another
        } else {
            System.exit(code);
        }
    }

    /** Runs one command in this JVM. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Faults faults = new Faults();
        CommandLine command = new CommandLine(new Trawl())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(CONSOLE_WIDTH)
                .setExecutionExceptionHandler(faults)
                .setParameterExceptionHandler(faults);
        int code;
        try {
            code = command.execute(SqlCommand.readable(arguments));
        } catch (OutOfMemoryError e) { // picocli hands over exceptions alone
            err.println(Faults.OUT_OF_MEMORY);
            code = ExitCode.FAULT;
        }
        out.flush();
        err.flush();
        return code;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
