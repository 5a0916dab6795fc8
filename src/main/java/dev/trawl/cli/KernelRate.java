package dev.trawl.cli;

import dev.trawl.kernel.EjmlKernel;
import dev.trawl.kernel.VectorKernel;

/**
 * What a core makes of a kernel at best, roughly: measured with 20 to 60 inputs and a thousand units or more, on a core
 * with 512-bit vectors. Small networks reach less.
 *
 * @param flopsPerSecond of one core
 */
record KernelRate(String kernel, double flopsPerSecond) {

    private static final KernelRate VECTOR = new KernelRate(VectorKernel.NAME, 100e9);
    private static final KernelRate EJML = new KernelRate(EjmlKernel.NAME, 7.5e9);

    /** Of the kernel that a run would use in this JVM. */
    static KernelRate here() {
        return VectorKernel.isAvailable() ? VECTOR : EJML;
    }
}
