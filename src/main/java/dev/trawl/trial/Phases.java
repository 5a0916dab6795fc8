package dev.trawl.trial;

import java.util.Locale;

/** When hidden and when input connections are pruned. */
public enum Phases {
    /** Phase 1 (hidden to output), then phase 2 (input to hidden): the paper's experiments. */
    HIDDEN_FIRST,
    INPUT_FIRST,
    /**
     * Both in every epoch, over the epochs of both phases. Where {@link dev.trawl.prune.Normalise#IN_PLACE} rescales
     * units, an input connection counts with the norm of its unit's outgoing weights, so that whole units die.
     */
    TOGETHER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
