package dev.trawl.trial;

import java.util.Locale;

/** What CPNA's normalisation changes (the paper, equation 3). */
public enum Normalise {
    /** Units are rescaled in the network itself: the paper's way. */
    IN_PLACE,
    /** Only the ranking sees the rescaled weights; the network keeps its own. Better at large learning rates. */
    RANKING;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
