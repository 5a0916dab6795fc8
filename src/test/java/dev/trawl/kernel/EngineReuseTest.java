package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that trained other networks before gives the bits of a fresh one. */
class EngineReuseTest {

    private static final int[] SIZES = {1, 4, 16, 33, 70, 150};

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
            long fresh = StepBits.of(Kernels.named(kernel).engine(), problem, 5);
            assertThat(StepBits.of(used, problem, 5)).as(problem.name()).isEqualTo(fresh);
        }
    }
}
