package dev.trawl.bench;

import dev.trawl.data.Dataset;
import dev.trawl.data.RandomStreams;
import dev.trawl.kernel.Layer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A training problem of the goals table.
 *
 * @param batch rows a step
 * @param peakGoal percent of peak that is asked for; 0 for none
 * @param torchGoal times libtorch's speed that is asked for; 0 for none
 */
record Shape(int rows, int inputs, int hidden, int logits, int batch, int peakGoal, double torchGoal) {

    static final List<Shape> GOALS = List.of(
            fullBatch(40, 2048, 62, 1.6),
            fullBatch(60, 1024, 62, 1.6),
            fullBatch(100, 500, 62, 1.6),
            fullBatch(20, 4096, 45, 1.6),
            fullBatch(16, 500, 45, 1.6),
            fullBatch(4, 500, 20, 3),
            fullBatch(5, 20, 20, 3),
            new Shape(3000, 20, 4096, 1, 500, 0, 4),
            miniBatch(617, 64, 26, 32, 2),
            miniBatch(617, 512, 26, 16, 2),
            miniBatch(64, 512, 10, 32, 2),
            miniBatch(216, 64, 10, 16, 8),
            miniBatch(21, 64, 4, 16, 8));

    private static Shape fullBatch(int inputs, int hidden, int peakGoal, double torchGoal) {
        return new Shape(3000, inputs, hidden, 1, 3000, peakGoal, torchGoal);
    }

    private static Shape miniBatch(int inputs, int hidden, int logits, int batch, double torchGoal) {
        return new Shape(50 * batch, inputs, hidden, logits, batch, 0, torchGoal);
    }

    String name() {
        return logits == 1
                ? "(%d, %d, %d)%s".formatted(rows, inputs, hidden, batch < rows ? ", batch " + batch : "")
                : "(%d, %d, %d), batch %d".formatted(inputs, hidden, logits, batch);
    }

    int steps() {
        return (rows + batch - 1) / batch;
    }

    /** Forward and backward, two operations a multiply-add. */
    double flopsAnEpoch() {
        return 4.0 * rows * hidden * (inputs + logits);
    }

    /** Rows and labels without a pattern: the time does not depend on them. */
    Dataset data() {
        RandomGenerator random = RandomStreams.stream("bench");
        int classes = Math.max(2, logits);
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = (int) (random.nextDouble() * classes);
        }
        return new Dataset(uniform(rows, inputs, 1, random), labels, classes);
    }

    List<Layer> layers() {
        RandomGenerator random = RandomStreams.stream("bench layers");
        float first = (float) (1 / Math.sqrt(inputs));
        float second = (float) (1 / Math.sqrt(hidden));
        return List.of(
                new Layer(uniform(inputs, hidden, first, random), uniform(1, hidden, first, random)),
                new Layer(uniform(hidden, logits, second, random), uniform(1, logits, second, random)));
    }

    private static FMatrixRMaj uniform(int rows, int columns, float scale, RandomGenerator random) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = RandomStreams.symmetric(random, scale);
        }
        return matrix;
    }
}
