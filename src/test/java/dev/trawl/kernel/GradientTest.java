package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients of every kernel against central differences in double precision. */
class GradientTest {

    private static final double STEP = 1e-6;
    private static final double SINGLE_PRECISION = 2e-6;

    @ParameterizedTest
    @CsvSource({
        "ejml, 7x9x1", "ejml, 7x9x5", "ejml, 6x8x7x5x1", "ejml, 6x8x7x5x5",
        "vector, 7x9x1", "vector, 7x9x5", "vector, 6x8x7x5x1", "vector, 6x8x7x5x5",
    })
    void agreeWithCentralDifferences(String kernel, String widths) {
        RandomGenerator random = RandomStreams.stream("test");
        List<Layer> layers = Networks.random(widths, random);
        int rows = 37;
        FMatrixRMaj x = Networks.random(rows, layers.get(0).inputs(), 1, random);
        int[] labels = Networks.labels(rows, layers.get(layers.size() - 1).units(), random);
        Engine engine = Kernels.named(kernel).engine();
        engine.load(TrainingState.of(layers));
        List<Layer> gradient = TrainingState.zerosLike(layers);
        double loss = engine.gradient(x, labels, 0, rows, gradient);

        assertThat(loss / rows)
                .isCloseTo(
                        DoubleNetwork.loss(layers, x, labels, layers.get(0).weights(), 0, 0), within(SINGLE_PRECISION));
        for (int l = 0; l < layers.size(); l++) {
            check(layers, x, labels, layers.get(l).weights(), gradient.get(l).weights());
            check(layers, x, labels, layers.get(l).biases(), gradient.get(l).biases());
        }
    }

    private static void check(
            List<Layer> layers, FMatrixRMaj x, int[] labels, FMatrixRMaj matrix, FMatrixRMaj gradient) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            double above = DoubleNetwork.loss(layers, x, labels, matrix, i, STEP);
            double below = DoubleNetwork.loss(layers, x, labels, matrix, i, -STEP);
            assertThat((double) gradient.data[i]).isCloseTo((above - below) / (2 * STEP), within(SINGLE_PRECISION));
        }
    }
}
