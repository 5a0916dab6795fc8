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

    /** Of an array, which has fewer than 2^31: the rows of a part are one. */
    private static final int MOST_NUMBERS = 2_000_000_000;

    /** The inputs of a block of 128 rows are another. */
    private static final int MOST_INPUTS = MOST_NUMBERS / 128;

    /** Kernels fill up fewer inputs to so many. */
    private static final int FEW_INPUTS = 8;

    public XorSource {
        require(k >= 1, "k must be 1 or more, not " + k);
        require(p >= k, "p must be at least k = " + k + ", not " + p);
        require(n >= 1, "n must be 1 or more, not " + n);
        require(test >= 1, "test must be 1 or more, not " + test);
        require(p <= MOST_INPUTS, "p must be at most " + MOST_INPUTS + ", not " + p);
        requireRoom("n", n, p);
        requireRoom("test", test, p);
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
    public void requireFiles() {}

    @Override
    public Split load(long repeat) {
        return XorGenerator.draw(this, repeat);
    }

    private static void requireRoom(String key, int rows, int p) {
        int most = MOST_NUMBERS / Math.max(p, FEW_INPUTS);
        require(rows <= most, key + " must be at most " + most + " where p = " + p + ", not " + rows);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
