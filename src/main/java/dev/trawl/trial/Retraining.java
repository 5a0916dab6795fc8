package dev.trawl.trial;

import dev.trawl.data.RandomStreams;
import dev.trawl.kernel.Layer;
import dev.trawl.kernel.TrainingState;
import dev.trawl.net.InitialWeights;
import dev.trawl.prune.SubNetwork;
import dev.trawl.prune.Submatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Networks at their start: the trial's own, and the units that pruning left with fresh or with their original weights.
 */
final class Retraining {

    private final Trial trial;
    private final List<int[]> units; // a list a hidden layer: (units left)
    private final List<FMatrixRMaj> masks; // (inputs, units) of each layer

    /** Remembers which units and connections {@code pruned} has left; later changes of it do not matter. */
    Retraining(Trial trial, SubNetwork pruned) {
        this.trial = trial;
        this.units = pruned.units();
        this.masks = pruned.state().masks().stream().map(FMatrixRMaj::copy).toList();
    }

    /** The trial's whole network with its initial weights. */
    static SubNetwork original(Trial trial) {
        RandomGenerator random = RandomStreams.stream("init", trial.repeat(), trial.seed());
        return SubNetwork.whole(TrainingState.of(initial(trial, trial.hidden(), random)));
    }

    /** The units left, all inputs, no moments. */
    SubNetwork start(Stage stage) {
        List<Layer> layers = stage == Stage.RETRAINED_RANDOM ? randomWeights() : originalWeights();
        TrainingState fresh = TrainingState.of(layers);
        for (int l = 0; l < layers.size(); l++) {
            for (int i = 0; i < masks.get(l).getNumElements(); i++) {
                layers.get(l).weights().data[i] *= masks.get(l).data[i];
                fresh.masks().get(l).data[i] = masks.get(l).data[i];
            }
        }
        return SubNetwork.whole(fresh);
    }

    private List<Layer> randomWeights() {
        List<Integer> widths = units.stream().map(layer -> layer.length).toList();
        return initial(trial, widths, RandomStreams.stream("retrain", trial.repeat(), trial.seed()));
    }

    private List<Layer> originalWeights() {
        List<Layer> whole = original(trial).state().layers();
        List<Layer> left = new ArrayList<>();
        int[] below = IntStream.range(0, trial.data().inputs()).toArray();
        for (int l = 0; l < whole.size(); l++) {
            int[] here = l < units.size()
                    ? units.get(l)
                    : IntStream.range(0, whole.get(l).units()).toArray();
            left.add(Submatrix.layer(whole.get(l), below, here));
            below = here;
        }
        return left;
    }

    private static List<Layer> initial(Trial trial, List<Integer> hidden, RandomGenerator random) {
        return InitialWeights.draw(trial.data().inputs(), hidden, trial.data().logits(), random);
    }
}
