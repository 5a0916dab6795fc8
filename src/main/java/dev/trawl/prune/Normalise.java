package dev.trawl.prune;

import java.util.Locale;

/**
 * What the normalisation of hidden units changes (the paper, equation 3) when their outgoing connections are ranked.
 */
public enum Normalise {
    /** Units are rescaled in the network itself: the paper's CPNA. */
    IN_PLACE,
    /** Only the ranking sees the rescaled weights; the network keeps its own. Better at large learning rates. */
    RANKING,
    /** Nothing is rescaled: the paper's CPA. */
    NONE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
