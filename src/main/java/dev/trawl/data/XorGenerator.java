package dev.trawl.data;

import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Draws the k-D XOR data of the paper, section 2. */
final class XorGenerator {

    private XorGenerator() {}

    static Split draw(XorSource source, long repeat) {
        return new Split(
                draw(source, source.n(), "data.train", repeat), draw(source, source.test(), "data.test", repeat));
    }

    private static Dataset draw(XorSource source, int rows, String stream, long repeat) {
        RandomGenerator random = RandomStreams.stream(stream, source.k(), source.p(), source.n(), repeat);
        FMatrixRMaj x = new FMatrixRMaj(rows, source.p());
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            int start = row * source.p();
            int negatives = 0;
            for (int i = 0; i < source.p(); i++) {
                float value = RandomStreams.symmetric(random, 1f);
                x.data[start + i] = value;
                if (i < source.k() && value < 0) {
                    negatives++;
                }
            }
            labels[row] = negatives % 2 == 0 && !hasZero(x.data, start, source.k()) ? 1 : 0;
        }
        return new Dataset(x, labels, 2);
    }

    /** A product with a zero factor is not above 0. */
    private static boolean hasZero(float[] values, int start, int count) {
        for (int i = start; i < start + count; i++) {
            if (values[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
