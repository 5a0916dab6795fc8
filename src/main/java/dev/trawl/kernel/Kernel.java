package dev.trawl.kernel;

/**
 * A way to compute the training step. Two kernels agree to rounding; one kernel gives the same bits on every machine.
 */
public interface Kernel {

    /** The name that result rows carry. */
    String name();

    /** A fresh engine with no network loaded. An engine serves one thread. */
    Engine engine();
}
