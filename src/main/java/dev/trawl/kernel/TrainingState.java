package dev.trawl.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * All that a training step reads and changes, in the plain layout: the parameters, Adam's two moments, which
 * connections live, and how many steps were taken. Matrices are mutable and shared with the caller; the lists are not.
 *
 * @param layers the parameters, from the input to the output layer
 * @param firstMoments Adam's mean of gradients, shaped as {@code layers}
 * @param secondMoments Adam's mean of squared gradients, shaped as {@code layers}
 * @param masks 1 where a connection lives and 0 where it was removed, each shaped as its layer's weights. A removed
 *     connection has weight and moments 0 and stays so: engines multiply its gradient by 0.
 * @param steps Adam steps taken so far
 */
public record TrainingState(
        List<Layer> layers, List<Layer> firstMoments, List<Layer> secondMoments, List<FMatrixRMaj> masks, long steps) {

    public TrainingState {
        layers = List.copyOf(layers);
        firstMoments = List.copyOf(firstMoments);
        secondMoments = List.copyOf(secondMoments);
        masks = List.copyOf(masks);
    }

    /** Fresh moments and living connections around {@code layers}, which are not copied. */
    public static TrainingState of(List<Layer> layers) {
        List<FMatrixRMaj> masks = new ArrayList<>();
        for (Layer layer : layers) {
            FMatrixRMaj mask = new FMatrixRMaj(layer.inputs(), layer.units());
            Arrays.fill(mask.data, 0, mask.getNumElements(), 1f);
            masks.add(mask);
        }
        return new TrainingState(layers, zerosLike(layers), zerosLike(layers), masks, 0);
    }

    public int inputs() {
        return layers.get(0).inputs();
    }

    public int outputs() {
        return layers.get(layers.size() - 1).units();
    }

    public TrainingState withSteps(long newSteps) {
        return new TrainingState(layers, firstMoments, secondMoments, masks, newSteps);
    }

    public TrainingState copy() {
        return new TrainingState(
                copies(layers),
                copies(firstMoments),
                copies(secondMoments),
                masks.stream().map(FMatrixRMaj::copy).toList(),
                steps);
    }

    /** Layers of the same shapes, all 0. */
    public static List<Layer> zerosLike(List<Layer> layers) {
        return layers.stream()
                .map(layer -> Layer.zeros(layer.inputs(), layer.units()))
                .toList();
    }

    private static List<Layer> copies(List<Layer> layers) {
        return layers.stream().map(Layer::copy).toList();
    }
}
