package dev.trawl.trial;

import java.util.Locale;

/** What the hidden phase removes. */
public enum Prune {
    CONNECTIONS,
    /** Whole hidden units, ranked by the norm of their outgoing weights: the paper's node pruning. */
    UNITS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
