package dev.trawl.kernel;

import java.util.Arrays;
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

    /** Writes {@code matrix} (turns, across) into {@code packed}. */
    void pack(FMatrixRMaj matrix, float[] packed) {
        Arrays.fill(packed, 0, size(), 0f);
        for (int panel = 0; panel < count(); panel++) {
            int column = panel * Lanes.PANEL;
            int live = live(panel);
            for (int turn = 0; turn < turns; turn++) {
                int to = offset(panel) + turn * width(panel);
                System.arraycopy(matrix.data, turn * across + column, packed, to, live);
            }
        }
    }

    /** Writes {@code packed} into {@code matrix} (turns, across). */
    void unpack(float[] packed, FMatrixRMaj matrix) {
        for (int panel = 0; panel < count(); panel++) {
            int column = panel * Lanes.PANEL;
            int live = live(panel);
            for (int turn = 0; turn < turns; turn++) {
                int from = offset(panel) + turn * width(panel);
                System.arraycopy(packed, from, matrix.data, turn * across + column, live);
            }
        }
    }

    /** Writes the transpose of {@code matrix} (across, turns) into {@code packed}. */
    void packTransposed(FMatrixRMaj matrix, float[] packed) {
        Arrays.fill(packed, 0, size(), 0f);
        for (int column = 0; column < across; column++) {
            int to = at(column);
            int stride = width(column / Lanes.PANEL);
            for (int turn = 0; turn < turns; turn++) {
                packed[to + turn * stride] = matrix.data[column * turns + turn];
            }
        }
    }

    /** Writes the transpose of {@code packed} into {@code matrix} (across, turns). */
    void unpackTransposed(float[] packed, FMatrixRMaj matrix) {
        for (int column = 0; column < across; column++) {
            int from = at(column);
            int stride = width(column / Lanes.PANEL);
            for (int turn = 0; turn < turns; turn++) {
                matrix.data[column * turns + turn] = packed[from + turn * stride];
            }
        }
    }

    /** Copies {@code packed}, of this layout, into {@code flipped}, of the transposed matrix's layout {@code other}. */
    void transpose(float[] packed, Panels other, float[] flipped) {
        Arrays.fill(flipped, 0, other.size(), 0f);
        for (int turn = 0; turn < turns; turn++) {
            int to = other.at(turn);
            int stride = other.width(turn / Lanes.PANEL);
            for (int panel = 0; panel < count(); panel++) {
                int column = panel * Lanes.PANEL;
                int live = live(panel);
                int from = offset(panel) + turn * width(panel);
                for (int i = 0; i < live; i++) {
                    flipped[to + (column + i) * stride] = packed[from + i];
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
