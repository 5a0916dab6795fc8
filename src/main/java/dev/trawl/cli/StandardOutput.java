package dev.trawl.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Where answers go. Keeps in mind what writers of text forget: that not all of it could be written. */
final class StandardOutput extends FilterOutputStream {

    private @Nullable IOException failure;

    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** The exit code of a command that ended with {@code code}: not 0 where its answer was cut off. */
    int exitCode(int code, PrintWriter err) {
        if (failure == null || code != ExitCode.DONE) {
            return code;
        }
        if (!isClosedByReader(failure)) {
            err.println("cannot write to standard output, the answer is not whole: " + failure.getMessage());
        }
        return ExitCode.FAULT;
    }

    /** As by {@code head}, which has read all it wants. */
    private static boolean isClosedByReader(IOException e) {
        return "Broken pipe".equals(e.getMessage());
    }
}
