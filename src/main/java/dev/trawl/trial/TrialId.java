package dev.trawl.trial;

import dev.trawl.data.Sha256;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The identity of a trial: a hash of everything its results depend on. */
final class TrialId {

    /** Raised when the same description would give other results: a new method, another order of draws. */
    private static final int FORMAT = 1;

    private static final int DIGITS = 32;

    /** Sweeps have few different values of each setting, and these digits cost more than the hash. */
    private static final Map<Double, String> HEX = new ConcurrentHashMap<>();

    private TrialId() {}

    static String of(Trial trial) {
        return Sha256.hex(description(trial)).substring(0, DIGITS);
    }

    /** Written out by hand: the text of records and of numbers may change from one Java to the next. */
    private static String description(Trial trial) {
        String description = String.join(
                "\n",
                "format " + FORMAT,
                "data " + trial.data().description(),
                "hidden " + trial.hidden(),
                "repeat " + trial.repeat(),
                "seed " + trial.seed(),
                "lr " + hex(trial.learningRate()),
                "l2 " + hex(trial.l2()),
                "batch " + trial.batch(),
                "epochs " + trial.epochs().dense() + " " + trial.epochs().hidden() + " "
                        + trial.epochs().input(),
                "stages " + trial.stages().stream().map(Stage::key).collect(Collectors.joining(" ")),
                "keep " + trial.keep().hidden() + " " + trial.keep().input(),
                "mu " + hex(trial.mu()),
                "normalise " + trial.normalise().key(),
                "phases " + trial.phases().key(),
                "prune " + trial.prune().key(),
                "curves " + trial.curves());
        // Not in the list above: trials without these keep the ids that they had before.
        return description
                + (trial.l2Input() == null ? "" : "\nl2_input " + hex(trial.l2Input()))
                + (trial.prunesSeveralLayersAtOnce() ? "\ndead units leave before the next layer is pruned" : "")
                + (trial.ranksInputsOfRescaledUnits() ? "\ninputs of rescaled units are ranked by the unit's too" : "");
    }

    private static String hex(double value) {
        return HEX.computeIfAbsent(value, Double::toHexString);
    }
}
