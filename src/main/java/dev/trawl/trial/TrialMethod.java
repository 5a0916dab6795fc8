package dev.trawl.trial;

import java.io.Serializable;

/** How trials are carried out: {@link TrialRunner} with a kernel, or what a test brings. */
public interface TrialMethod extends Serializable {

    /** The kernel's name, as result rows carry it. */
    String kernel();

    /** Runs {@code trial}, telling {@code observer} of its stages. May throw anything. */
    void run(Trial trial, TrialObserver observer);
}
