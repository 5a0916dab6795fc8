package dev.trawl.cli;

import dev.trawl.kernel.Kernels;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.TrialMethod;
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

    TrialMethod method() {
        try {
            Kernels.named(kernel).engine();
        } catch (IllegalArgumentException | LinkageError e) {
            throw Fault.usage("--kernel " + kernel + ": " + e.getMessage());
        }
        return new KernelMethod(kernel);
    }
}
