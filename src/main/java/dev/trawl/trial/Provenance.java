package dev.trawl.trial;

import java.io.Serializable;

/**
 * What made a row.
 *
 * @param sweep name of the sweep
 * @param step of the sweep; empty where it has none
 * @param kernel name of the kernel
 * @param version of Trawl
 * @param jdk version of the running JVM
 * @param attempt 0 for the first try of the Spark task
 */
public record Provenance(String sweep, String step, String kernel, String version, String jdk, String host, int attempt)
        implements Serializable {

    /** For a trial that this process runs by itself, in no task of Spark's. */
    public static Provenance here(String sweep, String step, String kernel) {
        return new Provenance(
                sweep, step, kernel, Build.version(), Runtime.version().toString(), Host.name(), 0);
    }

    public Provenance withStep(String name) {
        return new Provenance(sweep, name, kernel, version, jdk, host, attempt);
    }
}
