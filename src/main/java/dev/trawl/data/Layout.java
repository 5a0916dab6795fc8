package dev.trawl.data;

import java.util.List;

/**
 * How a file of the UCI archive is written: a row a line.
 *
 * @param separator between fields, a regular expression; blanks around a comma mean nothing
 * @param preamble lines before the first row
 * @param label where it stands
 * @param categories the words of each field; empty where all are numbers
 */
record Layout(String separator, int preamble, LabelPlace label, List<List<String>> categories) {

    enum LabelPlace {
        FIRST,
        LAST,
        /** Not in the file: the rows come class by class, equally many of each. */
        IN_BLOCKS
    }

    static Layout numbers(String separator, int preamble, LabelPlace label) {
        return new Layout(separator, preamble, label, List.of());
    }

    /** Fields of a line for {@code inputs} columns of x. */
    int fields(int inputs) {
        int fields = categories.isEmpty() ? inputs : categories.size();
        return label == LabelPlace.IN_BLOCKS ? fields : fields + 1;
    }
}
