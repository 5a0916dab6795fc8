package dev.trawl.job;

/** Told how far a sweep is, some times a second, on a thread of the sweep's: return soon. */
@FunctionalInterface
public interface ProgressListener {

    void progress(Progress progress);

    /** Told once of each machine that cannot read the data of its trials; others run these. */
    default void unreadable(String message) {}
}
