package dev.trawl.data;

import java.util.ArrayList;
import java.util.List;

/** Reads files of one layout, row by row, and names the line of whatever is wrong. */
final class UciReader {

    private final Layout layout;
    private final int inputs;
    private final List<String> classes;
    private final List<float[]> rows = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    UciReader(Layout layout, int inputs, List<String> classes) {
        this.layout = layout;
        this.inputs = inputs;
        this.classes = classes;
    }

    /** Adds the rows of {@code file}, of which there must be {@code expected}. */
    void read(TextFile file, int expected) {
        int[] seen = new int[1];
        int lines = file.forEachLine((number, text) -> {
            if (number > layout.preamble()) {
                if (seen[0] == expected) {
                    throw file.damaged(number, "more than the " + expected + " rows that belong here");
                }
                add(file, number, text.strip().split(layout.separator()), seen[0]++ * classes.size() / expected);
            }
        });
        if (seen[0] < expected) {
            throw file.damaged(lines, "the file ends after " + seen[0] + " of " + expected + " rows");
        }
    }

    Observations observations() {
        return Observations.of(rows, labels, inputs, classes, "");
    }

    private void add(TextFile file, int line, String[] fields, int block) {
        if (fields.length != layout.fields(inputs)) {
            throw file.damaged(line, fields.length + " fields, " + layout.fields(inputs) + " expected");
        }
        int first = layout.label() == Layout.LabelPlace.FIRST ? 1 : 0;
        float[] row = new float[inputs];
        if (layout.categories().isEmpty()) {
            for (int i = 0; i < inputs; i++) {
                row[i] = number(file, line, fields[first + i], first + i + 1);
            }
        } else {
            oneHot(file, line, fields, first, row);
        }
        rows.add(row);
        labels.add(
                switch (layout.label()) {
                    case FIRST -> label(file, line, fields[0].strip());
                    case LAST -> label(file, line, fields[fields.length - 1].strip());
                    case IN_BLOCKS -> block;
                });
    }

    private static float number(TextFile file, int line, String field, int place) {
        try {
            float value = Float.parseFloat(field);
            if (Float.isFinite(value)) {
                return value + 0f; // -0 becomes 0
            }
        } catch (NumberFormatException e) {
            // said below, with its place
        }
        throw file.damaged(line, "field " + place + " is \"" + field + "\", not a number");
    }

    private void oneHot(TextFile file, int line, String[] fields, int first, float[] row) {
        int start = 0;
        for (int f = 0; f < layout.categories().size(); f++) {
            List<String> words = layout.categories().get(f);
            int word = words.indexOf(fields[first + f].strip());
            if (word < 0) {
                throw file.damaged(
                        line, "field " + (first + f + 1) + " is \"" + fields[first + f] + "\", not one of " + words);
            }
            row[start + word] = 1;
            start += words.size();
        }
    }

    private int label(TextFile file, int line, String field) {
        int label = classes.indexOf(field);
        if (label < 0) {
            throw file.damaged(line, "the class is \"" + field + "\", not one of " + classes);
        }
        return label;
    }
}
