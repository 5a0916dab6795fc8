package dev.trawl.trial;

import dev.trawl.kernel.Kernels;

/**
 * Trials as they are meant: {@link TrialRunner} with a kernel. The kernel is looked up where the trial runs.
 *
 * @param name of the kernel, or {@code auto}
 */
public record KernelMethod(String name) implements TrialMethod {

    @Override
    public String kernel() {
        return Kernels.named(name).name();
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        TrialRunner.run(trial, Kernels.named(name), observer);
    }
}
