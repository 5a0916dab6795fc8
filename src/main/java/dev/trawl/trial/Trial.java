package dev.trawl.trial;

import dev.trawl.data.DataSource;
import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of one trial: one initial network and the stages it is taken through. Two trials with equal
 * descriptions give the same results to the bit (with the same kernel).
 *
 * @param data where the rows come from
 * @param hidden units of each hidden layer, from the input side; at least one layer
 * @param repeat draws the data set
 * @param seed draws, in each repeat anew, the initial weights, the order of mini-batches and the retrained networks'
 *     weights
 * @param learningRate Adam's
 * @param l2 coefficient of the L2 penalty
 * @param l2Input the same in the phase that prunes inputs; null for {@code l2}
 * @param batch rows a step; 0 for all of them (full batch)
 * @param epochs of each phase
 * @param stages asked for, in the order of {@link Stage}
 * @param keep connections that pruning leaves
 * @param mu annealing rate of the schedule (the paper, equation 2)
 * @param normalise what the normalisation changes
 * @param phases when hidden and when input connections are pruned
 * @param prune what the hidden phase removes
 * @param curves every how many epochs a point of the training curve is recorded; 0 for never
 */
public record Trial(
        DataSource data,
        List<Integer> hidden,
        long repeat,
        long seed,
        double learningRate,
        double l2,
        @Nullable Double l2Input,
        int batch,
        Epochs epochs,
        List<Stage> stages,
        Keep keep,
        double mu,
        Normalise normalise,
        Phases phases,
        Granularity prune,
        int curves)
        implements Serializable {

    public Trial {
        hidden = List.copyOf(hidden);
        stages = stages.stream().distinct().sorted().toList();
        require(!hidden.isEmpty(), "hidden must name at least one layer");
        hidden.forEach(units -> require(units >= 1, "hidden must be 1 or more, not " + units));
        require(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, "lr must be above 0, not " + learningRate);
        require(l2 >= 0 && l2 < Double.POSITIVE_INFINITY, "l2 must be 0 or more, not " + l2);
        if (l2Input != null) {
            require(l2Input >= 0 && l2Input < Double.POSITIVE_INFINITY, "l2_input must be 0 or more, not " + l2Input);
            require(
                    phases != Phases.TOGETHER,
                    "l2_input must be \"l2\" where both phases run together, not " + l2Input);
        }
        require(batch >= 0, "batch must be 1 or more, or \"full\", not " + batch);
        require(batch <= data.trainRows(), "batch must be at most n = " + data.trainRows() + ", not " + batch);
        require(mu >= 0 && mu < Double.POSITIVE_INFINITY, "mu must be 0 or more, not " + mu);
        require(curves >= 0, "curves must be 0 or more, not " + curves);
        require(
                normalise != Normalise.NONE,
                "normalise must be in_place or ranking; for none ask for stage cpa_hidden");
        require(!stages.isEmpty(), "stages must name at least one stage");
        TrialRules.check(data, hidden, epochs, stages, keep, phases, prune);
    }

    /** The coefficient of the L2 penalty in the phase that prunes inputs. */
    public double l2OfInputPhase() {
        return l2Input == null ? l2 : l2Input;
    }

    /** Whether an epoch prunes more than one layer: hidden and input connections, or those of several hidden layers. */
    boolean prunesSeveralLayersAtOnce() {
        return prunes() && (hidden.size() > 1 || phases == Phases.TOGETHER);
    }

    /** Whether input connections are ranked in epochs that rescale their units. */
    boolean ranksInputsOfRescaledUnits() {
        return prunes() && phases == Phases.TOGETHER && normalise == Normalise.IN_PLACE;
    }

    private boolean prunes() {
        return stages.stream().anyMatch(stage -> stage != Stage.DENSE);
    }

    /** Hash of the whole description and of the format version: 32 hexadecimal digits. */
    public String id() {
        return TrialId.of(this);
    }

    /** The same trial from other initial weights. */
    public Trial withSeed(long other) {
        return new Trial(
                data,
                hidden,
                repeat,
                other,
                learningRate,
                l2,
                l2Input,
                batch,
                epochs,
                stages,
                keep,
                mu,
                normalise,
                phases,
                prune,
                curves);
    }

    /** Whether {@code stage} was asked for. */
    public boolean has(Stage stage) {
        return stages.contains(stage);
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
