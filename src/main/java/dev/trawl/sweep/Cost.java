package dev.trawl.sweep;

import dev.trawl.prune.Granularity;
import dev.trawl.trial.Phases;
import dev.trawl.trial.Stage;
import dev.trawl.trial.Trial;
import java.util.function.DoubleUnaryOperator;

/**
 * What a trial costs, from its description alone, in floating-point operations of training: 4 rows inputs units, a
 * layer and epoch. Rough where networks shrink: as many units are taken to live as the connections left could fill
 * evenly. What is no multiplication of matrices is counted as if it were some, so that small trials compare with large
 * ones.
 */
public final class Cost {

    /** Activation and delta of a unit take a row's time of so many inputs more. */
    private static final double INPUTS_FOR_A_UNIT = 8;

    /** Adam, for one weight and step: its root and quotient take as long as so many multiplications and additions. */
    private static final double ADAM = 60;

    /** Drawing one input of one row. */
    private static final double DRAWN_INPUT = 50;

    /** Measuring one row, beside the forward pass: most of it is sorting for the AUC, at a core's rate some 100 ns. */
    private static final double MEASURED_ROW = 3_000;

    /** Any trial: about a tenth of a millisecond. */
    private static final double TRIAL = 2e6;

    /** Epochs at which a shrinking network is looked at. */
    private static final int SAMPLES = 128;

    private final Trial trial;
    private final double rows;
    private final double stepsAnEpoch;
    private final double inputs;
    private final double outputs;

    private Cost(Trial trial) {
        this.trial = trial;
        this.rows = trial.data().trainRows();
        this.stepsAnEpoch = trial.batch() == 0 ? 1 : Math.ceil(rows / trial.batch());
        this.inputs = trial.data().inputs();
        this.outputs = trial.data().logits();
    }

    /** Flops of the whole trial, training and all: never 0, and more for more rows, inputs, units and epochs. */
    public static double of(Trial trial) {
        Cost cost = new Cost(trial);
        return cost.dense() + cost.pruning() + cost.retraining() + cost.overhead() + cost.curves();
    }

    /** Rows and points of training curves that the trial leaves, to a few. */
    static long records(Trial trial) {
        Cost cost = new Cost(trial);
        return trial.stages().size()
                + (long) trial.stages().stream().mapToDouble(cost::points).sum();
    }

    private double dense() {
        return trial.epochs().dense() * epoch(inputs, unpruned());
    }

    private double pruning() {
        double cpa = trial.has(Stage.CPA_HIDDEN) ? hiddenPhase(inputs) : 0;
        boolean all = trial.has(Stage.CPNA_ALL);
        if (all && trial.phases() == Phases.INPUT_FIRST) {
            return cpa + inputPhase(unpruned()) + hiddenPhase(inputsLeft(unpruned(), 1, 1));
        }
        if (all && trial.phases() == Phases.TOGETHER) {
            int epochs = trial.epochs().hidden() + trial.epochs().input();
            return cpa + sum(epochs, e -> epoch(inputsLeft(unpruned(), e, epochs), unitsLeft(e, epochs)));
        }
        boolean normalised = all || trial.has(Stage.CPNA_HIDDEN) || retrained() > 0;
        return cpa + (normalised ? hiddenPhase(inputs) : 0) + (all ? inputPhase(unitsLeft(1, 1)) : 0);
    }

    /** The networks that phase 1 left are trained again for the whole schedule's epochs. */
    private double retraining() {
        return retrained() == 0 ? 0 : retrained() * (double) trial.epochs().total() * epoch(inputs, unitsLeft(1, 1));
    }

    private double overhead() {
        return TRIAL + everyRow() * DRAWN_INPUT * inputs + trial.stages().size() * measured(unpruned());
    }

    /** At each point of a training curve its network, small where it was pruned, is measured. */
    private double curves() {
        return trial.stages().stream()
                .mapToDouble(stage -> points(stage) * measured(stage == Stage.DENSE ? unpruned() : unitsLeft(1, 1)))
                .sum();
    }

    private double points(Stage stage) {
        if (trial.curves() == 0) {
            return 0;
        }
        boolean inTurn = trial.phases() == Phases.HIDDEN_FIRST;
        double epochs =
                switch (stage) {
                    case DENSE -> trial.epochs().dense();
                    case CPA_HIDDEN, CPNA_HIDDEN -> trial.epochs().hidden();
                    case CPNA_ALL ->
                        trial.epochs().input() + (inTurn ? 0 : trial.epochs().hidden());
                    case RETRAINED_RANDOM, RETRAINED_INITIAL -> trial.epochs().total();
                };
        return epochs / trial.curves();
    }

    /** The scores of all rows by a network of so many units in each hidden layer, and all inputs. */
    private double measured(double[] units) {
        double forward = 0;
        double below = inputs;
        for (double unitsHere : units) {
            forward += 2 * (below + INPUTS_FOR_A_UNIT) * unitsHere;
            below = unitsHere;
        }
        return everyRow() * (forward + 2 * below * outputs + MEASURED_ROW);
    }

    private double everyRow() {
        return rows + trial.data().testRows();
    }

    private int retrained() {
        return (trial.has(Stage.RETRAINED_RANDOM) ? 1 : 0) + (trial.has(Stage.RETRAINED_INITIAL) ? 1 : 0);
    }

    private double hiddenPhase(double inputsOfUnit) {
        int epochs = trial.epochs().hidden();
        return sum(epochs, e -> epoch(inputsOfUnit, unitsLeft(e, epochs)));
    }

    private double inputPhase(double[] units) {
        int epochs = trial.epochs().input();
        return sum(epochs, e -> epoch(inputsLeft(units, e, epochs), units));
    }

    /** Units of each hidden layer, from the input side. */
    private double[] unpruned() {
        return trial.hidden().stream().mapToDouble(Integer::doubleValue).toArray();
    }

    /** Units of each hidden layer after epoch {@code e} of {@code epochs} of the hidden phase. */
    private double[] unitsLeft(double e, double epochs) {
        double[] units = unpruned();
        double[] left = units.clone();
        for (int layer = 0; layer < trial.keep().hidden().size(); layer++) {
            double above = layer + 1 < units.length ? units[layer + 1] : outputs;
            double fromUnit = trial.prune() == Granularity.UNITS ? 1 : above;
            left[layer] = left(units[layer] * fromUnit, trial.keep().hidden().get(layer), e, epochs) / fromUnit;
        }
        return left;
    }

    /** Inputs of a unit of the first hidden layer after epoch {@code e} of {@code epochs} of the input phase. */
    private double inputsLeft(double[] units, double e, double epochs) {
        return left(inputs * units[0], trial.keep().input(), e, epochs) / units[0];
    }

    /** Connections that the schedule leaves (the paper, equation 2). */
    private double left(double connections, double target, double e, double epochs) {
        double kept = Math.min(target, connections);
        return kept + (connections - kept) * Math.max(0, (epochs - 2 * e) / (2 * e * trial.mu() + epochs));
    }

    private double epoch(double inputsOfUnit, double[] units) {
        double flops = 0;
        double below = inputsOfUnit;
        for (double unitsHere : units) {
            flops += layer(below, unitsHere);
            below = unitsHere;
        }
        return flops + layer(below, outputs);
    }

    private double layer(double below, double units) {
        return (4 * rows * (below + INPUTS_FOR_A_UNIT) + ADAM * stepsAnEpoch * below) * units;
    }

    /** Of epochs 1 to {@code epochs}, or of some of them as samples for all. */
    private static double sum(int epochs, DoubleUnaryOperator cost) {
        int samples = Math.min(epochs, SAMPLES);
        double width = samples == 0 ? 0 : (double) epochs / samples;
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += width * cost.applyAsDouble((i + 0.5) * width + 0.5);
        }
        return sum;
    }
}
