package dev.trawl.kernel;

import dev.trawl.data.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/** Random networks and rows for tests. */
public final class Networks {

    private Networks() {}

    /** Layers of widths such as {@code 7x9x5}: inputs, hidden units, outputs. */
    public static List<Layer> random(String widths, RandomGenerator random) {
        int[] counts = Stream.of(widths.split("x")).mapToInt(Integer::parseInt).toArray();
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l + 1 < counts.length; l++) {
            float scale = (float) (1 / Math.sqrt(counts[l]));
            layers.add(new Layer(
                    random(counts[l], counts[l + 1], scale, random), random(1, counts[l + 1], scale, random)));
        }
        return layers;
    }

    public static FMatrixRMaj random(int rows, int columns, float scale, RandomGenerator random) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = RandomStreams.symmetric(random, scale);
        }
        return matrix;
    }

    /** Labels for so many logits: 0 and 1 for one. */
    public static int[] labels(int rows, int logits, RandomGenerator random) {
        int classes = Math.max(logits, 2);
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = (int) (random.nextDouble() * classes);
        }
        return labels;
    }

    /** What the plain kernel's network gives: (rows * outputs). */
    public static float[] logits(TrainingState state, FMatrixRMaj x) {
        Engine engine = new EjmlKernel().engine();
        engine.load(state);
        FMatrixRMaj logits = new FMatrixRMaj(x.numRows, state.outputs());
        engine.logits(x, 0, x.numRows, logits);
        return logits.data;
    }
}
