package dev.trawl.kernel;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A step of a few small networks, so that each vector operation is used before any is compiled. The JDK looks an
 * operation up by a method that is inlined with every operation. If that is compiled too early, each operation's first
 * use is a trap; the compiler adds up the traps of all that it inlines, and from 100 on trusts no types any more: the
 * loss then put its vectors on the heap for as long as the JVM lived, in one JVM of ten.
 */
final class FirstUse {

    static {
        VectorEngine engine = new VectorEngine();
        // Rows across the lanes, of few inputs and of many; then units across them, and many logits.
        step(engine, RowLanes.LEAST_ROWS, 2, 4, 1);
        step(engine, RowLanes.LEAST_ROWS, RowLanes.MOST_INPUTS, 4, 1);
        step(engine, 3, 2, 4, 4, 3);
    }

    private FirstUse() {}

    /** Returns when it is over, in this thread or in another. */
    static void await() {
        // The class is initialized by now.
    }

    private static void step(Engine engine, int rows, int inputs, int... units) {
        Layer[] layers = new Layer[units.length];
        int width = inputs;
        for (int l = 0; l < units.length; l++) {
            layers[l] = Layer.zeros(width, units[l]);
            width = units[l];
        }
        engine.load(TrainingState.of(List.of(layers)));
        engine.step(new FMatrixRMaj(rows, inputs), new int[rows], 0, rows, Adam.of(1e-3, 0));
    }
}
