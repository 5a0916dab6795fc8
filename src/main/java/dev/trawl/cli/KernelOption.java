package dev.trawl.cli;

import dev.trawl.kernel.EjmlKernel;
import dev.trawl.kernel.Kernels;
import dev.trawl.kernel.VectorKernel;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.TrialMethod;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which kernel computes the training steps. */
final class KernelOption {

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            description =
                    "vector (fast, needs the module jdk.incubator.vector), ejml (plain), or auto: the fastest there"
                            + " is (rerun: the row's own). Rows say which.")
    private @Nullable String given;

    /** Says on {@code err} where {@code auto} is not the fast one, and how to have it. */
    TrialMethod method(PrintWriter err) {
        return method(err, Kernels.AUTO);
    }

    /** @param otherwise the kernel where none was named */
    TrialMethod method(PrintWriter err, String otherwise) {
        String kernel = given == null ? otherwise : given;
        try {
            Kernels.named(kernel).engine();
        } catch (IllegalArgumentException | LinkageError e) {
            throw Fault.usage("--kernel " + kernel + ": " + e.getMessage());
        }
        if (kernel.equals(Kernels.AUTO) && !VectorKernel.isAvailable()) {
            err.println("kernel " + EjmlKernel.NAME + ": " + VectorKernel.ADVICE);
        }
        return new KernelMethod(kernel);
    }
}
