package dev.trawl.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * All rows of a real data set, before any split or scaling, in an order of their own: by their values, then by label.
 * So neither the order of a file's lines nor its layout matters to a trial, and equal rows stand side by side.
 *
 * @param x (rows, inputs), categories one-hot
 * @param labels (rows), each in 0 .. classes-1
 * @param classes what the labels mean
 * @param columns how the file's columns were taken, for people; empty where they are known. No part of the content
 * @param content hash of every value and label: 64 hexadecimal digits
 */
record Observations(FMatrixRMaj x, int[] labels, List<String> classes, String columns, String content) {

    /** Copies rows in their own order; {@code rows} and {@code labels} are parallel. */
    static Observations of(List<float[]> rows, List<Integer> labels, int inputs, List<String> classes, String columns) {
        Integer[] order = new Integer[rows.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byValues = Arrays.compare(rows.get(a), rows.get(b));
            return byValues != 0 ? byValues : Integer.compare(labels.get(a), labels.get(b));
        });
        FMatrixRMaj x = new FMatrixRMaj(rows.size(), inputs);
        int[] sorted = new int[rows.size()];
        for (int row = 0; row < order.length; row++) {
            System.arraycopy(rows.get(order[row]), 0, x.data, row * inputs, inputs);
            sorted[row] = labels.get(order[row]);
        }
        return new Observations(x, sorted, List.copyOf(classes), columns, content(x, sorted, classes.size()));
    }

    int rows() {
        return x.numRows;
    }

    int inputs() {
        return x.numCols;
    }

    /** Of equal rows with equal labels the first; ascending. */
    int[] distinct() {
        int[] kept = new int[rows()];
        int count = 0;
        for (int row = 0; row < rows(); row++) {
            if (row == 0 || !equalsTheOneBefore(row)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** How many rows each class has: (classes). */
    int[] classCounts() {
        return classCounts(IntStream.range(0, rows()).toArray());
    }

    /** How many of {@code rows} each class has: (classes). */
    int[] classCounts(int[] rows) {
        int[] counts = new int[classes.size()];
        for (int row : rows) {
            counts[labels[row]]++;
        }
        return counts;
    }

    private static String content(FMatrixRMaj x, int[] labels, int classes) {
        MessageDigest digest = Sha256.digest();
        ByteBuffer head = ByteBuffer.allocate(2 * Integer.BYTES);
        digest.update(head.putInt(x.numCols).putInt(classes).array());
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (x.numCols + 1));
        for (int row = 0; row < x.numRows; row++) {
            bytes.clear();
            bytes.asFloatBuffer().put(x.data, row * x.numCols, x.numCols);
            bytes.putInt(Integer.BYTES * x.numCols, labels[row]);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean equalsTheOneBefore(int row) {
        int start = row * inputs();
        return labels[row] == labels[row - 1]
                && Arrays.equals(x.data, start - inputs(), start, x.data, start, start + inputs());
    }
}
