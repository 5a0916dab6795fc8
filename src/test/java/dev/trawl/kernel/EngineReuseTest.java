package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that trained other networks before gives the bits of a fresh one. */
class EngineReuseTest {

    private static final int[] SIZES = {1, 4, 16, 33, 70, 150};
    private static final Adam ADAM = Adam.of(0.01, 0.003);

    @ParameterizedTest
    @ValueSource(strings = {VectorKernel.NAME, EjmlKernel.NAME})
    void leavesNothingBehind(String kernel) {
        RandomGenerator random = RandomStreams.stream("reuse");
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            problems.add(Problem.random(random, SIZES));
            problems.add(Problem.of("4x9x1", 0, 200, i % 2 == 0, random)); // rows across the lanes
            problems.add(Problem.of((1 + i) + "x1", 0, 50, i % 2 == 0, random)); // no hidden layer
        }
        Engine used = Kernels.named(kernel).engine();
        for (Problem problem : problems) {
            List<Float> fresh = train(Kernels.named(kernel).engine(), problem);
            assertThat(train(used, problem)).as(problem.name()).isEqualTo(fresh);
        }
    }

    private static List<Float> train(Engine engine, Problem problem) {
        TrainingState state = problem.state().copy();
        engine.load(state);
        List<Float> numbers = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            numbers.add((float) engine.step(problem.x(), problem.labels(), problem.from(), problem.to(), ADAM));
        }
        for (Layer layer : engine.store(state).layers()) {
            add(numbers, layer.weights());
            add(numbers, layer.biases());
        }
        return numbers;
    }

    private static void add(List<Float> numbers, FMatrixRMaj matrix) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            numbers.add(matrix.data[i]);
        }
    }
}
