package dev.trawl.trial;

import static dev.trawl.trial.Trial.require;

import dev.trawl.data.DataSource;
import dev.trawl.prune.Granularity;
import java.util.List;

/** The rules that bind several values of a trial together. */
final class TrialRules {

    /** Numbers of an array, which has fewer than 2^31: all that a network has stand in one. */
    private static final long MOST_NUMBERS = 2_000_000_000;

    /** A weight, its two moments, its gradient, whether it lives, and its copy in a transposed layer. */
    private static final int NUMBERS_A_WEIGHT = 6;

    /** A unit's outputs for a block of rows. */
    private static final int NUMBERS_A_UNIT = 128;

    /** Layers are filled up to a multiple of so many units. */
    private static final int LANES = 16;

    private TrialRules() {}

    static void check(
            DataSource data,
            List<Integer> hidden,
            Epochs epochs,
            List<Stage> stages,
            Keep keep,
            Phases phases,
            Granularity prune) {
        checkSize(data, hidden);
        boolean prunes = stages.stream().anyMatch(stage -> stage != Stage.DENSE);
        if (!prunes) {
            return;
        }
        boolean hiddenStage = stages.stream().anyMatch(stage -> stage != Stage.DENSE && stage != Stage.CPNA_ALL);
        boolean all = stages.contains(Stage.CPNA_ALL);
        require(
                !hiddenStage || phases == Phases.HIDDEN_FIRST,
                "phases " + phases.key() + " has no stage of the hidden phase alone: ask for cpna_all only");
        require(epochs.hidden() >= 1, "epochs.hidden must be 1 or more where hidden connections are pruned");
        require(
                keep.hidden().size() == hidden.size(),
                "keep.hidden must say what is left above each hidden layer: expected "
                        + hidden.size() + (hidden.size() == 1 ? " number" : " numbers") + ", not "
                        + keep.hidden().size());
        checkHiddenTargets(data, hidden, keep, prune);
        if (all) {
            require(epochs.input() >= 1, "epochs.input must be 1 or more where input connections are pruned");
            long connections = (long) data.inputs() * hidden.get(0);
            require(
                    keep.input() >= 1 && keep.input() <= connections,
                    "keep.input must be 1 to the " + connections + " input connections there are, not " + keep.input());
        }
    }

    private static void checkSize(DataSource data, List<Integer> hidden) {
        String what = data.relevantInputs().isPresent() ? "p = " + data.inputs() : data.inputs() + " inputs";
        long below = data.inputs();
        long left = MOST_NUMBERS - NUMBERS_A_UNIT * filled(below);
        for (int layer = 0; layer < hidden.size(); layer++) {
            long units = hidden.get(layer);
            long above = layer + 1 < hidden.size() ? 0 : filled(data.logits());
            long numbers = NUMBERS_A_WEIGHT * (filled(below) + above) + NUMBERS_A_UNIT;
            long most = Math.max(0, left) / numbers / LANES * LANES;
            require(
                    units <= most,
                    "hidden must be at most " + most + " above " + what + ", not " + units
                            + ": an array does not hold a larger network");
            left -= numbers * filled(units);
            below = units;
            what = below + " units";
        }
    }

    private static long filled(long units) {
        return (units + LANES - 1) / LANES * LANES;
    }

    private static void checkHiddenTargets(DataSource data, List<Integer> hidden, Keep keep, Granularity prune) {
        for (int layer = 0; layer < hidden.size(); layer++) {
            long units = hidden.get(layer);
            long above = layer + 1 < hidden.size() ? hidden.get(layer + 1) : data.logits();
            long there = prune == Granularity.UNITS ? units : units * above;
            String what =
                    (prune == Granularity.UNITS ? "units of" : "connections above") + " hidden layer " + (layer + 1);
            require(
                    keep.hidden().get(layer) <= there,
                    "keep.hidden must be at most " + there + ", the " + what + ", not "
                            + keep.hidden().get(layer));
        }
    }
}
