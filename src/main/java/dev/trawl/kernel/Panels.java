package dev.trawl.kernel;

import org.ejml.data.FMatrixRMaj;

/**
 * The layout of a matrix (turns, across) that micro-kernels read: cut into panels of {@link Lanes#PANEL} columns, each
 * panel stored row by row, so that a tile is contiguous and no stride is a power of two of the matrix's own size. The
 * last panel may be narrower. Columns are padded with zeros to a multiple of {@link Lanes#LOGICAL}.
 *
 * @param turns rows
 * @param across columns that hold numbers
 */
record Panels(int turns, int across) {

    int padded() {
        return Lanes.padded(across);
    }

    int size() {
        return turns * padded();
    }

    int count() {
        return (padded() + Lanes.PANEL - 1) / Lanes.PANEL;
    }

    /** Columns of panel {@code panel}, padding included. */
    int width(int panel) {
        return Math.min(Lanes.PANEL, padded() - panel * Lanes.PANEL);
    }

    /** Columns of panel {@code panel} that hold numbers. */
    int live(int panel) {
        return Math.min(Lanes.PANEL, across - panel * Lanes.PANEL);
    }

    int offset(int panel) {
        return panel * Lanes.PANEL * turns;
    }

    /** Writes {@code matrix} (turns, across) into {@code memory} from {@code start} on; padding stays as it is. */
    void pack(FMatrixRMaj matrix, float[] memory, int start) {
        for (int panel = 0; panel < count(); panel++) {
            int column = panel * Lanes.PANEL;
            int live = live(panel);
            for (int turn = 0; turn < turns; turn++) {
                int to = start + offset(panel) + turn * width(panel);
                System.arraycopy(matrix.data, turn * across + column, memory, to, live);
            }
        }
    }

    /** Writes what is in {@code memory} from {@code start} on into {@code matrix} (turns, across). */
    void unpack(float[] memory, int start, FMatrixRMaj matrix) {
        for (int panel = 0; panel < count(); panel++) {
            int column = panel * Lanes.PANEL;
            int live = live(panel);
            for (int turn = 0; turn < turns; turn++) {
                int from = start + offset(panel) + turn * width(panel);
                System.arraycopy(memory, from, matrix.data, turn * across + column, live);
            }
        }
    }

    /** {@link #pack} of the transpose of {@code matrix} (across, turns). */
    void packTransposed(FMatrixRMaj matrix, float[] memory, int start) {
        for (int column = 0; column < across; column++) {
            int to = start + at(column);
            int stride = width(column / Lanes.PANEL);
            for (int turn = 0; turn < turns; turn++) {
                memory[to + turn * stride] = matrix.data[column * turns + turn];
            }
        }
    }

    /** {@link #unpack} of the transpose into {@code matrix} (across, turns). */
    void unpackTransposed(float[] memory, int start, FMatrixRMaj matrix) {
        for (int column = 0; column < across; column++) {
            int from = start + at(column);
            int stride = width(column / Lanes.PANEL);
            for (int turn = 0; turn < turns; turn++) {
                matrix.data[column * turns + turn] = memory[from + turn * stride];
            }
        }
    }

    /** Copies what is at {@code start}, of this layout, to {@code flipped}, the transpose in layout {@code other}. */
    void transpose(float[] memory, int start, Panels other, int flipped) {
        for (int turn = 0; turn < turns; turn++) {
            int to = flipped + other.at(turn);
            int stride = other.width(turn / Lanes.PANEL);
            for (int panel = 0; panel < count(); panel++) {
                int column = panel * Lanes.PANEL;
                int live = live(panel);
                int from = start + offset(panel) + turn * width(panel);
                for (int i = 0; i < live; i++) {
                    memory[to + (column + i) * stride] = memory[from + i];
                }
            }
        }
    }

    /** Where column {@code column} of row 0 is. */
    private int at(int column) {
        int panel = column / Lanes.PANEL;
        return offset(panel) + column % Lanes.PANEL;
    }
}
