package dev.trawl.data;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The k-D XOR in p dimensions (the paper, section 2): x uniform on [-1, 1]^p, and the label is 1 if
 * {@code x_1 x_2 ... x_k > 0}, else 0.
 *
 * @param k relevant inputs
 * @param p inputs
 * @param n training rows
 * @param test test rows, drawn independently of the training rows
 */
public record XorSource(int k, int p, int n, int test) implements DataSource {

    public XorSource {
        require(k >= 1, "k must be 1 or more, not " + k);
        require(p >= k, "p must be at least k = " + k + ", not " + p);
        require(n >= 1, "n must be 1 or more, not " + n);
        require(test >= 1, "test must be 1 or more, not " + test);
    }

    @Override
    public String name() {
        return "xor";
    }

    @Override
    public int inputs() {
        return p;
    }

    @Override
    public int trainRows() {
        return n;
    }

    @Override
    public int testRows() {
        return test;
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public OptionalInt relevantInputs() {
        return OptionalInt.of(k);
    }

    @Override
    public Optional<Division> dividedBy() {
        return Optional.empty();
    }

    @Override
    public String description() {
        return "xor k=" + k + " p=" + p + " n=" + n + " test=" + test;
    }

    @Override
    public Split load(long repeat) {
        return XorGenerator.draw(this, repeat);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
