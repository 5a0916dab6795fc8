package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The vector kernel against the plain one, over shapes with tails of every size. */
class KernelAgreementTest {

    /** Of a row's loss, of a logit, and of a gradient relative to the largest of its matrix. */
    private static final double ROUNDING = 2e-5;

    /** Of a parameter, after steps of 0.01. */
    private static final double AFTER_STEPS = 2e-4;

    private static final int SHAPES = 400;
    private static final int[] SIZES = {
        1, 2, 3, 4, 5, 7, 8, 11, 13, 15, 16, 17, 19, 23, 31, 32, 33, 47, 48, 49, 61, 64, 65, 67, 70, 79, 80, 81, 163
    };

    @Test
    void lossLogitsAndGradientsAgreeOverRandomShapes() {
        RandomGenerator random = RandomStreams.stream("agreement");
        Engine plain = new EjmlKernel().engine();
        Engine vector = new VectorKernel().engine(); // one engine, loaded with ever other shapes
        for (int i = 0; i < SHAPES; i++) {
            assertAgree(plain, vector, Problem.random(random, SIZES));
        }
    }

    /** What pruning leaves: one engine serves ever other inputs, units and rows. */
    @Test
    void lossAndGradientsOfSmallNetworksAgreeOverManyRows() {
        RandomGenerator random = RandomStreams.stream("small networks");
        Engine plain = new EjmlKernel().engine();
        Engine vector = new VectorKernel().engine();
        for (int i = 0; i < SHAPES / 4; i++) {
            String shape = (1 + random.nextInt(9)) + "x" + (1 + random.nextInt(50)) + "x1";
            int from = random.nextInt(20);
            int to = from + 120 + random.nextInt(500);
            assertAgree(plain, vector, Problem.of(shape, from, to, random.nextBoolean(), random));
        }
    }

    /** More than a micro-kernel takes at a time. */
    @Test
    void lossAndGradientsOfVeryManyClassesAgree() {
        RandomGenerator random = RandomStreams.stream("classes");
        for (int classes : new int[] {Tiles.MOST_TURNS, Tiles.MOST_TURNS + 1, 2 * Tiles.MOST_TURNS + 76}) {
            Problem problem = Problem.of("5x20x" + classes, 0, 90, true, random);
            assertAgree(new EjmlKernel().engine(), new VectorKernel().engine(), problem);
        }
    }

    /** Shuffled mini-batches are written over the same matrix. */
    @Test
    void rowsThatChangeInPlaceAreSeen() {
        Engine plain = new EjmlKernel().engine();
        Engine vector = new VectorKernel().engine();
        Problem problem = Problem.of("5x20x1", 10, 310, false, RandomStreams.stream("rows in place"));
        assertAgree(plain, vector, problem);
        for (int row : new int[] {10, 200, 309}) {
            problem.x().set(row, 4, 3f);
            assertAgree(plain, vector, problem);
        }
    }

    @Test
    void stepsAgreeOverRandomShapes() {
        RandomGenerator random = RandomStreams.stream("steps");
        Adam adam = Adam.of(0.01, 0.003);
        for (int i = 0; i < SHAPES; i++) {
            Problem problem = Problem.random(random, SIZES);
            TrainingState expected = take(5, new EjmlKernel().engine(), problem, adam);
            TrainingState actual = take(5, new VectorKernel().engine(), problem, adam);

            assertThat(actual.steps()).isEqualTo(expected.steps());
            for (int l = 0; l < expected.layers().size(); l++) {
                Layer layer = expected.layers().get(l);
                assertWithin(problem, actual.layers().get(l).weights(), layer.weights(), AFTER_STEPS);
                assertWithin(problem, actual.layers().get(l).biases(), layer.biases(), AFTER_STEPS);
                assertRemovedStayZero(actual, l);
            }
        }
    }

    private static void assertAgree(Engine plain, Engine vector, Problem problem) {
        TrainingState state = problem.state();
        plain.load(state);
        vector.load(state);
        List<Layer> expected = TrainingState.zerosLike(state.layers());
        List<Layer> actual = TrainingState.zerosLike(state.layers());
        double loss = plain.gradient(problem.x(), problem.labels(), problem.from(), problem.to(), expected);
        double other = vector.gradient(problem.x(), problem.labels(), problem.from(), problem.to(), actual);
        int rows = problem.to() - problem.from();

        assertThat(other / rows).as(problem.name()).isCloseTo(loss / rows, within(ROUNDING));
        for (int l = 0; l < expected.size(); l++) {
            assertClose(problem, actual.get(l).weights(), expected.get(l).weights());
            assertClose(problem, actual.get(l).biases(), expected.get(l).biases());
        }
        FMatrixRMaj expectedLogits = new FMatrixRMaj(problem.x().numRows, state.outputs());
        FMatrixRMaj actualLogits = new FMatrixRMaj(problem.x().numRows, state.outputs());
        plain.logits(problem.x(), problem.from(), problem.to(), expectedLogits);
        vector.logits(problem.x(), problem.from(), problem.to(), actualLogits);
        assertClose(problem, actualLogits, expectedLogits);
    }

    private static TrainingState take(int steps, Engine engine, Problem problem, Adam adam) {
        engine.load(problem.state());
        for (int step = 0; step < steps; step++) {
            engine.step(problem.x(), problem.labels(), problem.from(), problem.to(), adam);
        }
        return engine.store(problem.state().copy());
    }

    private static void assertRemovedStayZero(TrainingState state, int l) {
        FMatrixRMaj mask = state.masks().get(l);
        for (int i = 0; i < mask.getNumElements(); i++) {
            if (mask.data[i] == 0f) {
                assertThat(state.layers().get(l).weights().data[i]).isZero();
                assertThat(state.firstMoments().get(l).weights().data[i]).isZero();
                assertThat(state.secondMoments().get(l).weights().data[i]).isZero();
            }
        }
    }

    private static void assertClose(Problem problem, FMatrixRMaj actual, FMatrixRMaj expected) {
        double largest = 1e-3;
        for (int i = 0; i < expected.getNumElements(); i++) {
            largest = Math.max(largest, Math.abs(expected.data[i]));
        }
        assertWithin(problem, actual, expected, ROUNDING * largest);
    }

    private static void assertWithin(Problem problem, FMatrixRMaj actual, FMatrixRMaj expected, double tolerance) {
        double worst = 0;
        for (int i = 0; i < expected.getNumElements(); i++) {
            worst = Math.max(worst, Math.abs(actual.data[i] - expected.data[i]));
        }
        assertThat(worst).as(problem.name()).isLessThanOrEqualTo(tolerance);
    }
}
