package dev.trawl.cli;

import dev.trawl.kernel.EjmlKernel;
import dev.trawl.kernel.VectorKernel;

/**
 * What a core makes of a kernel, roughly: by README's tables of speed 50 to 150 Gflop/s where vectors have 512 bits, 40
 * to 80 where they have 256.
 *
 * @param flopsPerSecond of one core, in operations as {@link dev.trawl.sweep.Cost} counts them
 */
record KernelRate(String kernel, double flopsPerSecond) {

    private static final KernelRate VECTOR = new KernelRate(VectorKernel.NAME, 100e9);
    private static final KernelRate EJML = new KernelRate(EjmlKernel.NAME, 7.5e9);

    /** Of the kernel that a run would use in this JVM. */
    static KernelRate here() {
        return VectorKernel.isAvailable() ? VECTOR : EJML;
    }
}
