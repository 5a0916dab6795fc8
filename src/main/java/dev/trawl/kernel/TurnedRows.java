package dev.trawl.kernel;

import static dev.trawl.kernel.RowLanes.MOST_INPUTS;
import static dev.trawl.kernel.RowLanes.ROWS;

import java.util.Arrays;

/**
 * A batch's rows as {@link RowLanes} reads them, inputs apart and rows side by side. They are kept until other rows
 * come: training on a whole data set gives the same ones in each step, and to compare them takes a sixth of the time to
 * turn them.
 */
final class TurnedRows {

    /** From one block of {@link RowLanes#ROWS} rows to the next. */
    static final int BLOCK_SIZE = MOST_INPUTS * ROWS;

    private final Arena arena = new Arena();
    private int start;
    private int room; // blocks
    private float[] seen = new float[0]; // (rows, inputs), what x was made of
    private int rows;
    private int inputs;

    /**
     * (blocks, MOST_INPUTS, ROWS) from {@link #start} on: row r of input i is at
     * {@code start() + r / ROWS * BLOCK_SIZE + i * ROWS + r % ROWS}.
     */
    float[] x() {
        return arena.memory();
    }

    int start() {
        return start;
    }

    /** Makes {@link #x} hold {@code rows} rows (rows, inputs) of {@code data} from its element {@code from} on. */
    void turn(float[] data, int from, int rows, int inputs) {
        int length = rows * inputs;
        if (rows == this.rows && inputs == this.inputs && Arrays.equals(data, from, from + length, seen, 0, length)) {
            return;
        }
        this.rows = rows;
        this.inputs = inputs;
        if (seen.length < length) {
            seen = new float[length];
        }
        int blocks = (rows + ROWS - 1) / ROWS;
        if (room < blocks) {
            room = blocks;
            arena.clear();
            start = arena.take(blocks * BLOCK_SIZE);
            arena.fit();
        }
        System.arraycopy(data, from, seen, 0, length);
        for (int block = 0; block < blocks; block++) {
            int row = block * ROWS;
            for (int i = 0; i < inputs; i++) {
                column(
                        from + row * inputs + i,
                        Math.min(ROWS, rows - row),
                        data,
                        start + block * BLOCK_SIZE + i * ROWS);
            }
        }
    }

    private void column(int from, int count, float[] data, int to) {
        float[] x = arena.memory();
        int at = from;
        for (int r = 0; r < count; r++) {
            x[to + r] = data[at];
            at += inputs;
        }
    }
}
