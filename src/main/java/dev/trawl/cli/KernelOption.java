package dev.trawl.cli;

import dev.trawl.kernel.EjmlKernel;
import dev.trawl.kernel.Kernels;
import dev.trawl.kernel.VectorKernel;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.TrialMethod;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Which kernel computes the training steps. */
final class KernelOption {

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            defaultValue = Kernels.AUTO,
            description =
                    "vector (fast, needs the module jdk.incubator.vector), ejml (plain), or auto: the fastest there"
                            + " is. Rows say which.")
    private String kernel = Kernels.AUTO;

    /** Says on {@code err} where {@code auto} is not the fast one, and how to have it. */
    TrialMethod method(PrintWriter err) {
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
