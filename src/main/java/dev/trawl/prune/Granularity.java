package dev.trawl.prune;

import java.util.Locale;

/** What the hidden phase removes. */
public enum Granularity {
    CONNECTIONS,
    /** Whole hidden units, ranked by the norm of their outgoing weights: the paper's node pruning. */
    UNITS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
