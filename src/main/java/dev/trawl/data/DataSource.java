package dev.trawl.data;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a trial's rows come from. The rows depend on the source and the repeat alone. */
public sealed interface DataSource extends Serializable permits XorSource, RealSource {

    /** The word for it in result rows. */
    String name();

    /** Columns of x. */
    int inputs();

    /** Training rows. */
    int trainRows();

    int testRows();

    int classes();

    /** Outputs of a network for it, as {@link Dataset#logits}. */
    default int logits() {
        return Dataset.logits(classes());
    }

    /** k where only the first k inputs bear on the label; empty where that is not known. */
    OptionalInt relevantInputs();

    /** How given rows were divided; empty where rows are drawn. */
    Optional<Division> dividedBy();

    /** All that the rows depend on but the repeat, as stable text: part of a trial's identity. */
    String description();

    /** Throws a {@link DataException} where the files that rows are read from are missing or others on this machine. */
    void requireFiles();

    /** Draws or reads the rows of one repeat. */
    Split load(long repeat);
}
