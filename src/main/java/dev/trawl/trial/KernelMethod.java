package dev.trawl.trial;

import dev.trawl.kernel.Engine;
import dev.trawl.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * Trials as they are meant: {@link TrialRunner} with a kernel. The kernel is looked up where the trial runs.
 *
 * @param name of the kernel, or {@code auto}
 */
public record KernelMethod(String name) implements TrialMethod {

    /** Of each thread the engine of its last trial: to make one takes longer than a small trial. */
    private static final ThreadLocal<@Nullable Kept> KEPT = new ThreadLocal<>();

    private record Kept(KernelMethod method, Engine engine) {}

    @Override
    public String kernel() {
        return Kernels.named(name).name();
    }

    @Override
    public void requireFiles(Trial trial) {
        trial.data().requireFiles();
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        Kept kept = KEPT.get();
        if (kept == null || !kept.method.equals(this)) {
            kept = new Kept(this, Kernels.named(name).engine());
        }
        KEPT.remove(); // an error may leave an engine in any state
        TrialRunner.run(trial, kept.engine, observer);
        KEPT.set(kept);
    }
}
