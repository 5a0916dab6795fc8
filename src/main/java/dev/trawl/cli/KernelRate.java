package dev.trawl.cli;

import java.util.List;

/**
 * What a core makes of a kernel, roughly: measured with 20 to 60 inputs and a thousand units or more, on a core with
 * 512-bit vectors. Small networks reach less.
 *
 * @param flopsPerSecond of one core
 */
record KernelRate(String kernel, double flopsPerSecond) {

    static final List<KernelRate> ALL = List.of(new KernelRate("vector", 100e9), new KernelRate("ejml", 7.5e9));
}
