package dev.trawl.trial;

import java.util.Locale;

/** The stages a trial can be taken through; each that its sweep asks for gives one result row. */
public enum Stage {
    /** Trained for {@code epochs.dense}, nothing pruned. */
    DENSE,
    /** After connection pruning with annealing of the hidden layers' outputs, without normalisation (CPA). */
    CPA_HIDDEN,
    /** After connection pruning with normalisation and annealing of the hidden layers' outputs (CPNA, phase 1). */
    CPNA_HIDDEN,
    /** After pruning the input connections too (CPNA, phase 2). */
    CPNA_ALL,
    /**
     * The units and output connections that phase 1 left, with fresh random weights, trained for the whole schedule.
     */
    RETRAINED_RANDOM,
    /**
     * The units and output connections that phase 1 left, with their own initial weights, trained for the whole
     * schedule.
     */
    RETRAINED_INITIAL;

    /** The word for it in sweep files and result rows: {@code cpna_hidden}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
