package dev.trawl.kernel;

import dev.trawl.data.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.ejml.data.FMatrixRMaj;

/**
 * Trains small networks and prints a line for each: its shape, and a checksum of all bits that training left. An
 * argument divides the steps: code of the first compiler boxes vectors, and is slow.
 */
final class StepBits {

    private static final int[] SIZES = {1, 3, 5, 13, 16, 17, 33, 64, 70, 90, 150};
    private static final int NETWORKS = 40;
    private static final Adam ADAM = Adam.of(0.01, 0.003);

    private StepBits() {}

    public static void main(String[] args) {
        int share = args.length == 0 ? 1 : Integer.parseInt(args[0]);
        RandomGenerator random = RandomStreams.stream("bits");
        for (int i = 0; i < NETWORKS; i++) {
            print(Problem.random(random, SIZES), 20 / share);
        }
        print(Problem.of("13x70x1", 0, 210, false, random), 500 / share);
        print(Problem.of("17x70x5", 0, 170, true, random), 500 / share);
        print(Problem.of("5x20x1", 0, 300, false, random), 500 / share);
        print(Problem.of("7x47x1", 3, 460, true, random), 100 / share);
        print(Problem.of("3x11x1", 5, 240, true, random), 100 / share);
    }

    private static void print(Problem problem, int steps) {
        System.out.println(problem.name() + " " + Long.toHexString(of(new VectorKernel().engine(), problem, steps)));
    }

    /** A checksum of all bits that {@code steps} of training leave. */
    static long of(Engine engine, Problem problem, int steps) {
        TrainingState start = problem.state().copy();
        engine.load(start);
        CRC32 bits = new CRC32();
        for (int step = 0; step < steps; step++) {
            add(bits, engine.step(problem.x(), problem.labels(), problem.from(), problem.to(), ADAM));
        }
        TrainingState state = engine.store(start);
        for (List<Layer> layers : List.of(state.layers(), state.firstMoments(), state.secondMoments())) {
            for (Layer layer : layers) {
                add(bits, layer.weights());
                add(bits, layer.biases());
            }
        }
        return bits.getValue();
    }

    private static void add(CRC32 bits, FMatrixRMaj matrix) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            add(bits, matrix.data[i]);
        }
    }

    private static void add(CRC32 bits, double number) {
        long raw = Double.doubleToRawLongBits(number);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bits.update((int) (raw >>> shift));
        }
    }
}
