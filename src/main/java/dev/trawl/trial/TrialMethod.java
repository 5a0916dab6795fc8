package dev.trawl.trial;

import dev.trawl.data.DataException;
import java.io.Serializable;

/** How trials are carried out: {@link TrialRunner} with a kernel, or what a test brings. */
public interface TrialMethod extends Serializable {

    /** The kernel's name, as result rows carry it. */
    String kernel();

    /** Throws a {@link DataException} where this machine lacks the files of {@code trial}, which is not to blame. */
    default void requireFiles(Trial trial) {}

    /** Runs {@code trial}, telling {@code observer} of its stages. May throw anything. */
    void run(Trial trial, TrialObserver observer);
}
