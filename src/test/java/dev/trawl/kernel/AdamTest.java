package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of every kernel against Adam as it is written in the paper of Kingma and Ba, in double precision. */
class AdamTest {

    private static final int ROWS = 29;
    private static final int STEPS = 7;
    private static final double LEARNING_RATE = 0.01;
    private static final double SINGLE_PRECISION = 2e-6;

    @ParameterizedTest
    @CsvSource({
        "ejml, 7x9x1, 0", "ejml, 7x9x5, 0.01", "ejml, 6x8x7x5, 0.3",
        "vector, 7x9x1, 0", "vector, 7x9x5, 0.01", "vector, 6x8x7x5, 0.3",
    })
    void stepsAreThoseOfTheFormula(String kernel, String widths, double l2) {
        RandomGenerator random = RandomStreams.stream("adam");
        List<Layer> layers = Networks.random(widths, random);
        FMatrixRMaj x = Networks.random(ROWS, layers.get(0).inputs(), 1, random);
        int[] labels = Networks.labels(ROWS, layers.get(layers.size() - 1).units(), random);
        Engine engine = Kernels.named(kernel).engine();
        engine.load(TrainingState.of(layers));
        TrainingState state = TrainingState.of(layers).copy();
        List<Moments> moments = new ArrayList<>();
        for (Layer layer : layers) {
            moments.add(new Moments(layer.weights().getNumElements()));
            moments.add(new Moments(layer.units()));
        }
        for (int step = 1; step <= STEPS; step++) {
            List<Layer> gradient = TrainingState.zerosLike(layers); // the kernel's own, which GradientTest checks
            engine.gradient(x, labels, 0, ROWS, gradient);
            List<Layer> before = state.copy().layers();
            engine.step(x, labels, 0, ROWS, Adam.of(LEARNING_RATE, l2));
            state = engine.store(state);
            for (int l = 0; l < layers.size(); l++) {
                Layer after = state.layers().get(l);
                moments.get(2 * l)
                        .check(before.get(l).weights(), gradient.get(l).weights(), after.weights(), l2, step);
                moments.get(2 * l + 1)
                        .check(before.get(l).biases(), gradient.get(l).biases(), after.biases(), l2, step);
            }
        }
        assertThat(state.steps()).isEqualTo(STEPS);
    }

    private static final class Moments {

        private final double[] first;
        private final double[] second;

        Moments(int parameters) {
            first = new double[parameters];
            second = new double[parameters];
        }

        void check(FMatrixRMaj before, FMatrixRMaj gradient, FMatrixRMaj after, double l2, int step) {
            for (int i = 0; i < first.length; i++) {
                double g = gradient.data[i] + l2 * before.data[i];
                first[i] = 0.9 * first[i] + 0.1 * g;
                second[i] = 0.999 * second[i] + 0.001 * g * g;
                double mean = first[i] / (1 - Math.pow(0.9, step));
                double square = second[i] / (1 - Math.pow(0.999, step));
                double expected = before.data[i] - LEARNING_RATE * mean / (Math.sqrt(square) + 1e-8);
                assertThat((double) after.data[i]).isCloseTo(expected, within(SINGLE_PRECISION));
            }
        }
    }
}
