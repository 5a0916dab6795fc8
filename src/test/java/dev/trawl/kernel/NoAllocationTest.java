package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.trawl.data.RandomStreams;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step allocates nothing once it is compiled: no workspace, and no vector on the heap. */
class NoAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Adam ADAM = Adam.of(1e-3, 1e-3);
    private static final int ROWS = 200;
    private static final int STEPS = 200;

    /** More than any machine needs until the compiler is through. */
    private static final int ATTEMPTS = 2_000;

    @ParameterizedTest
    @ValueSource(strings = {"7x70x1", "40x128x1", "9x70x5", "17x40x33x1", "5x8x1", "5x20x1"})
    void compiledStepsAllocateNothing(String widths) {
        Problem problem = Problem.of(widths, 0, ROWS, false, RandomStreams.stream("allocation"));
        Engine engine = new VectorKernel().engine();
        engine.load(problem.state());
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && allocated > 0; attempt++) {
            allocated = Math.min(allocated, allocatedBySteps(engine, problem));
        }
        assertThat(allocated).isZero();
    }

    private static long allocatedBySteps(Engine engine, Problem problem) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < STEPS; step++) {
            engine.step(problem.x(), problem.labels(), 0, ROWS, ADAM);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
