package dev.trawl.trial;

import dev.trawl.prune.SubNetwork;

/** Told of a trial's progress, on the thread that runs it. What it does cannot change the results. */
public interface TrialObserver {

    /** Called as a stage begins. */
    void started(Stage stage);

    /** Called as a stage that was asked for ends, well or not, and as one on the way there fails or diverges. */
    void finished(StageOutcome outcome);

    /**
     * Called before {@link #finished} where the stage ended well, with the network that is measured. Later stages train
     * it on: what shall stay is copied.
     */
    default void network(Stage stage, SubNetwork network) {}

    /** Called every {@link Trial#curves()} epochs, where curves were asked for. */
    void point(CurvePoint point);
}
