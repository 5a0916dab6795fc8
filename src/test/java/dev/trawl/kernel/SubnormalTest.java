package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Units that die must not leave numbers behind that take a hundred times as long as others. */
class SubnormalTest {

    private static final int ROWS = 64;
    private static final int STEPS = 6000;

    @ParameterizedTest
    @MethodSource("kernels")
    void longTrainingWithAPenaltyLeavesNoSubnormalNumber(Kernel kernel) {
        assertThat(subnormalAfterTraining(kernel, 0.01)).isZero();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void norDoesItWithout(Kernel kernel) {
        assertThat(subnormalAfterTraining(kernel, 0)).isZero();
    }

    static Stream<Kernel> kernels() {
        return Stream.of(new EjmlKernel(), new VectorKernel());
    }

    private static long subnormalAfterTraining(Kernel kernel, double l2) {
        RandomGenerator random = RandomStreams.stream("subnormal");
        TrainingState state = TrainingState.of(Networks.random("4x64x1", random));
        FMatrixRMaj x = Networks.random(ROWS, 4, 1, random);
        int[] labels = Networks.labels(ROWS, 1, random);
        Adam adam = Adam.of(0.01, l2);
        Engine engine = kernel.engine();
        engine.load(state);
        for (int step = 0; step < STEPS; step++) {
            engine.step(x, labels, 0, ROWS, adam);
        }
        TrainingState end = engine.store(state.copy());
        return Stream.of(end.layers(), end.firstMoments(), end.secondMoments())
                .flatMap(List::stream)
                .mapToLong(layer -> subnormal(layer.weights()) + subnormal(layer.biases()))
                .sum();
    }

    private static long subnormal(FMatrixRMaj matrix) {
        long count = 0;
        for (int i = 0; i < matrix.getNumElements(); i++) {
            float size = Math.abs(matrix.data[i]);
            count += size > 0 && size < Float.MIN_NORMAL ? 1 : 0;
        }
        return count;
    }
}
