package dev.trawl.bench;

import dev.trawl.data.Dataset;
import dev.trawl.kernel.Adam;
import dev.trawl.kernel.Engine;
import dev.trawl.kernel.Kernel;
import dev.trawl.kernel.TrainingState;

/** Who trains in the goals table. */
@FunctionalInterface
interface Contestant {

    Adam ADAM = Adam.of(1e-4, 1e-4);

    /** Takes every row through one step, in batches. */
    void epoch();

    /** One of Trawl's kernels. */
    static Contestant of(Kernel kernel, Shape shape) {
        Engine engine = kernel.engine();
        engine.load(TrainingState.of(shape.layers()));
        Dataset data = shape.data();
        return () -> {
            for (int from = 0; from < shape.rows(); from += shape.batch()) {
                int to = Math.min(shape.rows(), from + shape.batch());
                engine.step(data.x(), data.labels(), from, to, ADAM);
            }
        };
    }
}
