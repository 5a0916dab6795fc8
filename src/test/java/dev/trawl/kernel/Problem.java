package dev.trawl.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** A network and rows to train it on, drawn at random. */
record Problem(String name, TrainingState state, FMatrixRMaj x, int[] labels, int from, int to) {

    /** One to three hidden layers, all widths and rows of {@code sizes}; every other network has lost connections. */
    static Problem random(RandomGenerator random, int[] sizes) {
        int hidden = 1 + (int) (random.nextDouble() * 3);
        StringBuilder widths = new StringBuilder();
        for (int l = 0; l < 1 + hidden; l++) {
            widths.append(pick(random, sizes)).append('x');
        }
        widths.append(random.nextBoolean() ? 1 : Math.max(2, pick(random, sizes)));
        int rows = pick(random, sizes);
        int from = random.nextBoolean() ? 0 : pick(random, sizes);
        return of(widths.toString(), from, from + rows, random.nextBoolean(), random);
    }

    static Problem of(String widths, int from, int to, boolean pruned, RandomGenerator random) {
        List<Layer> layers = Networks.random(widths, random);
        int total = to + (int) (random.nextDouble() * 3);
        FMatrixRMaj x = Networks.random(total, layers.get(0).inputs(), 1, random);
        int[] labels = Networks.labels(total, layers.get(layers.size() - 1).units(), random);
        TrainingState state = TrainingState.of(layers);
        String name = widths + " rows " + from + " to " + to + (pruned ? " pruned" : "");
        return new Problem(name, pruned ? prune(state, random) : state, x, labels, from, to);
    }

    private static TrainingState prune(TrainingState state, RandomGenerator random) {
        List<FMatrixRMaj> masks = new ArrayList<>();
        for (int l = 0; l < state.layers().size(); l++) {
            FMatrixRMaj weights = state.layers().get(l).weights();
            FMatrixRMaj mask = state.masks().get(l).copy();
            for (int i = 0; i < mask.getNumElements(); i++) {
                if (random.nextDouble() < 0.3) {
                    mask.data[i] = 0f;
                    weights.data[i] = 0f;
                }
            }
            masks.add(mask);
        }
        return new TrainingState(state.layers(), state.firstMoments(), state.secondMoments(), masks, state.steps());
    }

    private static int pick(RandomGenerator random, int[] sizes) {
        return sizes[(int) (random.nextDouble() * sizes.length)];
    }
}
