package dev.trawl.trial;

/** How one stage of a trial ended. */
public sealed interface StageOutcome {

    Stage stage();

    /** Epochs trained in this stage. */
    int epochs();

    /** Floating-point operations of this stage's training: 4 rows inputs units, a layer and epoch. */
    double flops();

    record Finished(Stage stage, int epochs, double flops, Measures measures, Anatomy anatomy)
            implements StageOutcome {}

    /** The stage gave no network to measure, and no stage went on from it. */
    record Died(Stage stage, int epochs, double flops, Status status, String message) implements StageOutcome {}
}
